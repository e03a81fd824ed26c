/**
 * Verification without a network, of a certificate's file or of its QR's text: what the issuing
 * authority signed, by keys that the verifier trusts.
 *
 * <p>Runs without Spring and without the registry; therefore it never says that a certificate is
 * valid today, only that it is genuine.
 */
@NamedInterface("offline")
@NullMarked
package cn.zhixin.verification.offline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
