/**
 * Keys and where they live, COSE_Sign1 credentials, PAdES signatures, RFC 3161 time stamps, and the
 * verification of all of them.
 *
 * <p>The only room that sees Bouncy Castle. Knows nothing of certificates of titles: it signs and
 * verifies bytes. A private key never leaves its {@code SigningKey}; a signature outside a key's
 * validity is refused.
 */
@ApplicationModule(allowedDependencies = {"encoding"})
@NullMarked
package cn.zhixin.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
