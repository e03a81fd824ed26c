/**
 * 查询: which certificates does this person have? For somebody who knows name and identity number and
 * has spent some work on a challenge.
 *
 * <p>An answer has the same shape, size and time whether or not the person exists, and shows the
 * name masked; a certificate's code, which is the key to the rest, is not handed out. What was
 * typed is in no log, address, metric or answer.
 */
@NullMarked
package cn.zhixin.verification.lookup;

import org.jspecify.annotations.NullMarked;
