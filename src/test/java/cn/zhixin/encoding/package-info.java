/** Tests of the codecs. */
@NullMarked
package cn.zhixin.encoding;

import org.jspecify.annotations.NullMarked;
