package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Mod3736;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberPatternTests {
  private static final TitleResult ENGINEER = Results.person(1);

  @Test
  void theUsualNumberHasDivisionYearTitleSerialAndCheck() {
    NumberPattern pattern = NumberPattern.parse(NumberPattern.DEFAULT);
    CertificateNumber number = pattern.number(ENGINEER, 1);
    assertThat(number.value()).startsWith("37100020250503000001").hasSize(21);
    assertThat(Mod3736.isValid(number.value())).isTrue();
    assertThat(pattern.grouped(number))
        .isEqualTo("371000 2025 0503 000001 " + number.value().substring(20));
    assertThat(pattern.scope(ENGINEER)).isEqualTo("37100020250503######");
  }

  @Test
  void theYearIsThatOfTheTitleNotOfTheIssue() {
    NumberPattern pattern = NumberPattern.parse("{year:4}{serial:4}");
    TitleResult historic = Results.acquired(1, LocalDate.of(1998, 12, 31));
    assertThat(pattern.number(historic, 7).value()).isEqualTo("19980007");
  }

  @ParameterizedTest
  @CsvSource({
    "{year:2}{series}{level}{committee:4}{serial:5},25 05 3 0014 00042",
    "{committee}{serial:3},014 042",
    "WH{year}{serial:6},WH 2025 000042",
    "{division:4}{serial},3710 000042"
  })
  void otherPatternsSayOtherThings(String text, String grouped) {
    NumberPattern pattern = NumberPattern.parse(text);
    CertificateNumber number = pattern.number(ENGINEER, 42);
    assertThat(number.value()).isEqualTo(grouped.replace(" ", ""));
    assertThat(pattern.grouped(number)).isEqualTo(grouped);
  }

  @Test
  void aNumberOfAnotherPatternIsPrintedAsItIs() {
    NumberPattern pattern = NumberPattern.parse(NumberPattern.DEFAULT);
    assertThat(pattern.grouped(new CertificateNumber("20200001"))).isEqualTo("20200001");
    assertThat(pattern.grouped(new CertificateNumber("3710002025050300000131")))
        .isEqualTo("3710002025050300000131");
  }

  @Test
  void aSerialThatDoesNotFitIsRefusedNotCut() {
    NumberPattern pattern = NumberPattern.parse("{year:4}{serial:3}");
    assertThat(pattern.number(ENGINEER, 999).value()).isEqualTo("2025999");
    assertThatThrownBy(() -> pattern.number(ENGINEER, 1000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{year:4}|exactly one {serial}",
        "{serial:6}{serial:6}|exactly one {serial}",
        "{serial:2}|3 to 12 digits",
        "{serial:99}|3 to 12 digits",
        "{year:5}{serial:6}|year cannot have 5",
        "{month:2}{serial:6}|no field month",
        "{serial:6}{check}9|unexpected \"9\"",
        "{serial:6}-{check}|unexpected \"-{check}\"",
        "证{serial:6}|unexpected",
        "{serial:6|unexpected",
      })
  void saysWhatIsWrongWithAPattern(String text, String fault) {
    assertThatThrownBy(() -> NumberPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }
}
