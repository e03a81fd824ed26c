package cn.zhixin.verification.bulk;

import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.receipts.CertificateSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was found for a row; see {@link BulkRow}. */
record AnsweredRow(
    OpenRow row,
    Verdict verdict,
    Instant asOf,
    @Nullable CertificateSummary summary,
    @Nullable Comparison name,
    @Nullable Comparison identity) {}
