@NullMarked
package cn.zhixin.verification.offline;

import org.jspecify.annotations.NullMarked;
