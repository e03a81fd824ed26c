package cn.zhixin.verification.receipts;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.Report;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Wording;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receipts with short, long and rare values. */
final class SampleReceipts {
  static final String CODE = "VRVFK7P3RS6QTFS0";
  static final Instant ASKED = Instant.parse("2026-11-25T03:04:00Z");
  static final Instant AS_OF = Instant.parse("2026-11-25T03:04:05.678Z");
  private static final Instant MADE = Instant.parse("2026-11-25T03:04:06Z");

  /** 😀 is in none of our fonts. */
  private static final List<String> NAMES =
      List.of(
          "丛培元",
          "古丽巴哈尔·阿卜杜热合曼·麦麦提吐尔逊江·买买提",
          "𬭎龑䶮𠅤",
          "王😀伟",
          "Muhammad-Abdulrahman-Christopherson-Featherstonehaugh");

  private SampleReceipts() {}

  static Receipt ofOne(@Nullable CertificateSummary summary) {
    return receipt(
        null,
        null,
        List.of(
            new ReceiptAnswer(
                0,
                CODE,
                summary == null ? "NOT_FOUND" : "VALID",
                AS_OF,
                summary,
                null,
                null,
                null)));
  }

  static Receipt ofList(int rows) {
    List<ReceiptAnswer> answers = new ArrayList<>();
    for (int row = 1; row <= rows; row++) {
      String outcome =
          switch (row % 10) {
            case 3 -> "REVOKED";
            case 5 -> "NOT_FOUND";
            case 7 -> "NO_CODE";
            default -> "VALID";
          };
      boolean asked = !outcome.equals("NO_CODE");
      answers.add(
          new ReceiptAnswer(
              row,
              asked ? VerificationCode.generate(new SecureRandom()).value() : "",
              outcome,
              asked ? AS_OF : null,
              asked && !outcome.equals("NOT_FOUND") ? summary(row) : null,
              row % 10 == 6 ? "DIFFERS" : "MATCHES",
              "NOT_COMPARED",
              null));
    }
    return receipt(new Asker("威海市海岳智能装备有限公司", "91371000MA3C000000"), "投标 威海港三期工程资格审查", answers);
  }

  private static Receipt receipt(
      @Nullable Asker asker, @Nullable String purpose, List<ReceiptAnswer> answers) {
    return new Receipt(
        "HB20261125-7K3M9QPX2RTV",
        "https://zc.weihai.example",
        asker,
        purpose,
        ASKED,
        MADE,
        answers);
  }

  static CertificateSummary summary(int row) {
    return new CertificateSummary(
        "37100020250501" + String.format("%06d", row) + "X",
        NAMES.get(row % NAMES.size()),
        new Wording("正高级工艺美术师（工业设计）", "Professorate senior arts and crafts artist"),
        new Wording("正高级", "Senior"),
        new Wording("工程技术人才（工业和信息化）", "Engineering"),
        "机械设计制造及其自动化（含智能装备、工业机器人）",
        new Wording("威海市人力资源和社会保障局", "Weihai Municipal Human Resources and Social Security Bureau"),
        "2025-10-24",
        "2025-11-18",
        "2025-11-18T02:03:04Z",
        row == 4 ? CODE : null);
  }

  static Report report(Receipt receipt, Language language) {
    return report(receipt, language, false);
  }

  static Report report(Receipt receipt, Language language, boolean stamped) {
    return new ReceiptReport(receipt, language, stamped).of(ReceiptJson.write(receipt));
  }
}
