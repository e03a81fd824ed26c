/**
 * 批量查验: many certificates asked about at once, by an organisation and for a stated purpose.
 *
 * <p>Each code is answered as on its own page, with the same freshness, and each file of a ZIP as
 * by {@code files}: only one that is as issued has its certificate's verdict. Who asked is kept for
 * the holder and for nobody else; what was asked and answered is removed after a few days. A list
 * is never called complete before each of its rows is answered; names and identity numbers to
 * compare are emptied with the answer and are in no log.
 */
@NullMarked
package cn.zhixin.verification.bulk;

import org.jspecify.annotations.NullMarked;
