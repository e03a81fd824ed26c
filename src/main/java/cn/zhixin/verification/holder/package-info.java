/**
 * Is this the certificate of that person? Compares what a visitor types with the registry.
 *
 * <p>Tells yes or no and nothing else: not which part differs, nothing of what is registered, and
 * the same for a code without certificate. What was typed is in no log, address or answer. Whether
 * the certificate is valid is not answered here.
 */
@NullMarked
package cn.zhixin.verification.holder;

import org.jspecify.annotations.NullMarked;
