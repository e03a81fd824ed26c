package cn.zhixin.verification.receipts;

import cn.zhixin.verification.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer on a receipt.
 *
 * @param row of the list, 0 where there was none
 * @param code 16 characters; empty for a row that could not be read as one
 * @param outcome a {@link Verdict}, what the file is instead, or why the row was not asked about
 * @param asOf null where nothing was asked
 * @param certificate null if there is none
 * @param name whether the name on the list was the holder's: {@code MATCHES DIFFERS NOT_COMPARED}
 * @param identity the same of the end of the identity number
 * @param file that was looked into; null where it was asked for a code
 */
public record ReceiptAnswer(
    int row,
    String code,
    String outcome,
    @Nullable Instant asOf,
    @Nullable CertificateSummary certificate,
    @Nullable String name,
    @Nullable String identity,
    @Nullable ReceiptFile file) {}
