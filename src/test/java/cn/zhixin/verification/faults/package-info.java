/** Drives nodes and an office through random faults and looks for a stale answer. */
@NullMarked
package cn.zhixin.verification.faults;

import org.jspecify.annotations.NullMarked;
