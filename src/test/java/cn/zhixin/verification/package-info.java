@NullMarked
package cn.zhixin.verification;

import org.jspecify.annotations.NullMarked;
