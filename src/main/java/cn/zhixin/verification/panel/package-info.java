/**
 * 持证人专页: a holder who shows code and identity number sees his certificate, lends it to others for a
 * purpose and a time, and who asked about it.
 *
 * <p>Changes nothing in the registry. A share that was revoked or has expired opens nothing from
 * the next request on, on all nodes: shares are kept in no cache. The identity number is compared
 * and forgotten; share codes and session tokens are stored as digests.
 */
@NullMarked
package cn.zhixin.verification.panel;

import org.jspecify.annotations.NullMarked;
