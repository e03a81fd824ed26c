package cn.zhixin.issuance.cli;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.issuance.FieldDifference;
import cn.zhixin.issuance.RowResult;
import cn.zhixin.issuance.roster.RosterColumn;
import cn.zhixin.issuance.roster.RowRemark;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
  private final Function<Certificate, String> numbers;

  /**
   * @param numbers gives a certificate's number as it is printed
   */
  RowWords(Texts texts, Function<Certificate, String> numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /** One sentence, or one for each difference. */
  List<String> of(RowResult row) {
    if (row.kind() == RowResult.Kind.DIFFERENT) {
      return row.differences().stream().map(one -> difference(certificate(row), one)).toList();
    }
    if (row.certificate() == null) {
      return List.of(texts.say("row." + key(row.kind())));
    }
    Certificate certificate = certificate(row);
    return List.of(
        texts.say(
            "row." + key(row.kind()),
            numbers.apply(certificate),
            certificate.code().grouped(),
            texts.say("state." + certificate.state().name().toLowerCase(Locale.ROOT))));
  }

  /** Beside the row in the copy of the roster. */
  RowRemark remark(RowResult row) {
    Certificate certificate = row.certificate();
    return new RowRemark(
        String.join("\n", of(row)),
        certificate == null ? "" : numbers.apply(certificate),
        certificate == null ? "" : certificate.code().grouped(),
        !row.isSettled(),
        row.differences().stream().map(FieldDifference::column).collect(Collectors.toSet()));
  }

  private String difference(Certificate certificate, FieldDifference difference) {
    String field = texts.say("field." + key(difference.column()));
    String option = OPTIONS.getOrDefault(difference.column(), "");
    String code = certificate.code().grouped();
    if (difference.column() == RosterColumn.IDENTITY_NUMBER) {
      return texts.say("row.differentNumber", numbers.apply(certificate), code);
    }
    return texts.say(
        option.isEmpty() ? "row.differentFixed" : "row.different",
        numbers.apply(certificate),
        field,
        shown(difference.certificate()),
        shown(difference.roster()),
        code,
        option);
  }

  private String shown(String value) {
    return value.isEmpty() ? texts.say("row.nothing") : value;
  }

  private static Certificate certificate(RowResult row) {
    return Objects.requireNonNull(row.certificate(), "told of a row without a certificate");
  }

  private static String key(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
