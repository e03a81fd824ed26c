/**
 * Bytes, digests, CBOR (RFC 8949), the digits of a QR fragment, ISO 7064 check characters, which of
 * several names is nearest, how a wrong value is refused: the plain codecs, arithmetic and
 * sentences that several rooms share.
 *
 * <p>Pure functions on values: no input or output, no Spring, no state. Bad bytes from outside end
 * in a checked {@code Malformed…} that says what was expected and what was found.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.zhixin.encoding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
