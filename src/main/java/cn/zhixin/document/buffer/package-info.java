/**
 * A growing array of bytes that the font and PDF writers share.
 *
 * <p>Nothing here knows about fonts or PDF beyond how they spell numbers.
 */
@NullMarked
package cn.zhixin.document.buffer;

import org.jspecify.annotations.NullMarked;
