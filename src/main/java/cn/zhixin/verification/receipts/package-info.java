/**
 * 核验报告: says who asked what, when and why, and what the answer was as of when; signed, so that it
 * can be shown to others and verified without us.
 *
 * <p>Says nothing of the time after it. Signed with a key of its own that can sign nothing else: a
 * node that makes receipts holds no issuing key.
 */
@NullMarked
package cn.zhixin.verification.receipts;

import org.jspecify.annotations.NullMarked;
