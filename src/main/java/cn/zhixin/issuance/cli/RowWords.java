package cn.zhixin.issuance.cli;

import cn.zhixin.issuance.FieldDifference;
import cn.zhixin.issuance.InvalidCopy;
import cn.zhixin.issuance.RowCertificate;
import cn.zhixin.issuance.RowResult;
import cn.zhixin.issuance.roster.RosterColumn;
import cn.zhixin.issuance.roster.RowRemark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What became of a row, in words for the terminal and for the copy of the roster. */
final class RowWords {
  private static final Map<RosterColumn, String> OPTIONS = new EnumMap<>(RosterColumn.class);

  static {
    OPTIONS.put(RosterColumn.NAME, "--name");
    OPTIONS.put(RosterColumn.SEX, "--identity-number");
    OPTIONS.put(RosterColumn.IDENTITY_NUMBER, "--identity-number");
    OPTIONS.put(RosterColumn.EMPLOYER, "--employer");
    OPTIONS.put(RosterColumn.SPECIALTY, "--specialty");
    OPTIONS.put(RosterColumn.ACQUIRED_ON, "--acquired-on");
    OPTIONS.put(RosterColumn.APPROVAL_DOCUMENT, "--approval-document");
  }

  private final Texts texts;

  RowWords(Texts texts) {
    this.texts = texts;
  }

  /** One sentence, or one for each difference. */
  List<String> of(RowResult row) {
    if (row.kind() == RowResult.Kind.DIFFERENT) {
      return row.differences().stream().map(one -> difference(certificate(row), one)).toList();
    }
    if (row.certificate() == null) {
      return List.of(texts.say("row." + key(row.kind())));
    }
    RowCertificate certificate = certificate(row);
    return List.of(
        texts.say(
            "row." + key(row.kind()),
            certificate.number(),
            certificate.code().grouped(),
            texts.say("state." + certificate.state().name().toLowerCase(Locale.ROOT))));
  }

  /**
   * Beside the row in the copy of the roster.
   *
   * @param copies of certificates that are not valid; those of the row's result are told of
   */
  RowRemark remark(RowResult row, List<InvalidCopy> copies) {
    RowCertificate certificate = row.certificate();
    List<String> sentences = new ArrayList<>(of(row));
    CopyWords words = new CopyWords(texts);
    copies.stream()
        .filter(copy -> certificate != null && copy.standing().equals(certificate.code()))
        .forEach(copy -> sentences.add(words.of(copy)));
    return new RowRemark(
        String.join("\n", sentences),
        certificate == null ? "" : certificate.number(),
        certificate == null ? "" : certificate.code().grouped(),
        !row.isSettled(),
        row.differences().stream().map(FieldDifference::column).collect(Collectors.toSet()));
  }

  private String difference(RowCertificate certificate, FieldDifference difference) {
    String field = texts.say("field." + key(difference.column()));
    String option = OPTIONS.getOrDefault(difference.column(), "");
    String code = certificate.code().grouped();
    if (difference.column() == RosterColumn.IDENTITY_NUMBER) {
      return texts.say("row.differentNumber", certificate.number(), code);
    }
    return texts.say(
        option.isEmpty() ? "row.differentFixed" : "row.different",
        certificate.number(),
        field,
        shown(difference.certificate()),
        shown(difference.roster()),
        code,
        option);
  }

  private String shown(String value) {
    return value.isEmpty() ? texts.say("row.nothing") : value;
  }

  private static RowCertificate certificate(RowResult row) {
    return Objects.requireNonNull(row.certificate(), "told of a row without a certificate");
  }

  private static String key(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
