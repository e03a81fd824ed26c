/**
 * From a verification code to a ready-made answer: local cache, then Redis, then the registry.
 *
 * <p>Caches are never trusted to be fresh: an entry is used only while {@link
 * cn.zhixin.verification.freshness.Freshness} confirms its version. Whatever is broken costs speed
 * or ends in "cannot be confirmed", never in a wrong verdict.
 */
@NullMarked
package cn.zhixin.verification.answers;

import org.jspecify.annotations.NullMarked;
