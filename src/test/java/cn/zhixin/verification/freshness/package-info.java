@NullMarked
package cn.zhixin.verification.freshness;

import org.jspecify.annotations.NullMarked;
