@NullMarked
package cn.zhixin.verification.answers;

import org.jspecify.annotations.NullMarked;
