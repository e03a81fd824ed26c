/**
 * Is this the certificate of that person? Compares what a visitor types with the registry.
 *
 * <p>Tells yes or no, and beside it the certificate's state, which the code alone tells everybody;
 * nothing else: not which part differs, nothing of what is registered. What was typed is in no log,
 * address or answer.
 */
@NullMarked
package cn.zhixin.verification.holder;

import org.jspecify.annotations.NullMarked;
