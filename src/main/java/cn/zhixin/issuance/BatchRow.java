package cn.zhixin.issuance;

import cn.zhixin.certificate.TitleResult;
import org.jspecify.annotations.Nullable;

/**
 * One line of a batch: a result that shall have a certificate.
 *
 * @param sheetRow the row's number in the committee's file, at least 1
 * @param correction the certificate that this one replaces; null for a first issue
 */
public record BatchRow(int sheetRow, TitleResult result, @Nullable CorrectionOrder correction) {}
