/** Tests of keys, signatures, time stamps and their verification. */
@NullMarked
package cn.zhixin.signing;

import org.jspecify.annotations.NullMarked;
