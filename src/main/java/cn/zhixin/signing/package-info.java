/**
 * Keys and where they live, COSE_Sign1 credentials, PAdES signatures, RFC 3161 time stamps, the
 * plain Ed25519 and ML-DSA-44 signatures of a ledger's notes, and the verification of all of them.
 *
 * <p>The only room that sees Bouncy Castle. Knows nothing of certificates of titles: it signs and
 * verifies bytes. A certified private key never leaves its {@code SigningKey}, and a signature
 * outside the certificate's validity is refused. {@code Ed25519PrivateKey} and {@code
 * MlDsa44PrivateKey} have no certificate and so no validity; they leave memory only to become the
 * file of a new key.
 */
@ApplicationModule(allowedDependencies = {"encoding"})
@NullMarked
package cn.zhixin.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
