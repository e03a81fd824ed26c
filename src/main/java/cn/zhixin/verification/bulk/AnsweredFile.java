package cn.zhixin.verification.bulk;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.receipts.CertificateSummary;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a file; see {@link RowFile}.
 *
 * @param code of the certificate that it is, or presents itself as
 * @param verdict of the file; null where there is none to be had
 * @param summary of the certificate, for a file as issued only
 */
record AnsweredFile(
    OpenFile file,
    FileFinding finding,
    String detail,
    @Nullable VerificationCode code,
    @Nullable Verdict verdict,
    Instant asOf,
    @Nullable CertificateSummary summary) {
  AnsweredFile {
    boolean issued = finding == FileFinding.AS_ISSUED;
    if (issued != (summary != null) || (verdict == Verdict.VALID && !issued)) {
      throw new IllegalArgumentException("a verdict of a certificate for a file that is not its");
    }
  }

  /** What its sender was told of the certificate, for the certificate's holder. */
  Optional<AnsweredRow> asInquiry() {
    if (code == null) {
      return Optional.empty();
    }
    Verdict told = verdict == null ? Verdict.valueOf(detail) : verdict;
    OpenRow row = new OpenRow(file.row(), code, file.first(), "", "");
    return Optional.of(new AnsweredRow(row, told, asOf, null, null, null));
  }
}
