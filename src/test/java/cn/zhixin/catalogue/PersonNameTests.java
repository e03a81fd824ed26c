package cn.zhixin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PersonNameTests {
  private static String accepted(String typed) {
    NameCheck check = PersonName.check(typed);
    assertThat(check).isInstanceOf(NameCheck.Accepted.class);
    return ((NameCheck.Accepted) check).name().value();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "李华",
        "𬭎建国",
        "刘𬬻铭",
        "王𬱖",
        "㛃思源",
        "赵龑",
        "李䶮",
        "张𠅤",
        "欧阳翀",
        "古丽巴哈尔·阿卜杜热合曼",
        "王〇",
        "鄧﨑",
        "王丽",
        "張你",
        "王\uD884\uDF50",
        "李\uD87A\uDFF0",
        "O'Brien Seán",
        "Müller-Lüdenscheidt",
        "Nguyễn Văn An",
        "Smith, John"
      })
  void keepsANameAsItIs(String name) {
    assertThat(accepted(name)).isEqualTo(name);
  }

  /** UAX #15: the compatibility ideographs have a twin, which input methods type. */
  @ParameterizedTest
  @CsvSource({"\uF900文,豈文", "王\uF9DC,王隆", "張\uD87E\uDC04,張你", "SEÁN O,Seán O"})
  void canonicallyEquivalentNamesAreAlike(String one, String other) {
    assertThat(name(one).isAlike(name(other))).isTrue();
    assertThat(name(other).isAlike(name(one))).isTrue();
    assertThat(accepted(one)).isEqualTo(one);
  }

  /** Variants that Unicode keeps apart are other names, as 﨑 and 崎 in a register. */
  @ParameterizedTest
  @CsvSource({"王丽,王麗", "鄧﨑,鄧崎", "王户,王戶", "李龑,李䶮", "王〇,王零"})
  void otherCharactersAreOtherNames(String one, String other) {
    assertThat(name(one).isAlike(name(other))).isFalse();
  }

  private static PersonName name(String typed) {
    return ((NameCheck.Accepted) PersonName.check(typed)).name();
  }

  @ParameterizedTest
  @CsvSource({
    "' 李 华　', 李华",
    "欧阳　　翀, 欧阳翀",
    "买买提江•吾守尔, 买买提江·吾守尔",
    "买买提江・吾守尔, 买买提江·吾守尔",
    "买买提江．吾守尔, 买买提江·吾守尔",
    "买买提江‧吾守尔, 买买提江·吾守尔",
    "买买提江 · 吾守尔, 买买提江·吾守尔",
    "' John   Smith ', John Smith",
  })
  void putsSpacesAndDotsRight(String typed, String name) {
    assertThat(accepted(typed)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "202E,BIDI_CONTROL",
    "2066,BIDI_CONTROL",
    "200F,BIDI_CONTROL",
    "200B,ZERO_WIDTH",
    "FEFF,ZERO_WIDTH",
    "200D,ZERO_WIDTH",
    "2060,ZERO_WIDTH",
    "AD,ZERO_WIDTH",
    "FE0F,ZERO_WIDTH",
    "E0101,ZERO_WIDTH",
    "3164,ZERO_WIDTH",
    "E0041,ZERO_WIDTH",
    "0,CONTROL",
    "A,CONTROL",
    "85,CONTROL",
    "2028,CONTROL",
    "E815,PRIVATE_USE",
    "F0000,PRIVATE_USE",
    "D800,UNASSIGNED",
    "FFFF,UNASSIGNED",
    "378,UNASSIGNED",
    "2FFFE,UNASSIGNED",
    "4ABCD,UNASSIGNED",
    "2FB00,UNKNOWN_IDEOGRAPH",
    "3A000,UNKNOWN_IDEOGRAPH",
    "38,DIGIT",
    "FF18,DIGIT",
    "660,DIGIT",
    "1F600,EMOJI",
    "1F3FB,EMOJI",
    "2FBC,RADICAL",
    "41,MIXED_SCRIPTS",
    "FF21,MIXED_SCRIPTS",
    "FF0D,OTHER_CHARACTER",
    "FF0B,OTHER_CHARACTER",
    "3C,OTHER_CHARACTER",
    "430,OTHER_CHARACTER",
    "E01,OTHER_CHARACTER",
    "2E,OTHER_CHARACTER",
    "3042,OTHER_CHARACTER",
  })
  void refusesWhatNoNameHoldsAndNamesTheCodePoint(String hex, NameRefusal reason) {
    int codePoint = Integer.parseInt(hex, 16);
    NameCheck check = PersonName.check("王" + Character.toString(codePoint) + "伟");
    assertThat(check)
        .isEqualTo(new NameCheck.Refused(reason, InvisibleCharacters.notation(codePoint)));
  }

  /** They look like letters and are others: a certificate has the ones of the document. */
  @ParameterizedTest
  @CsvSource({"ＪOHN,U+FF2A,J", "Johｎ Smith,U+FF4E,n", "Müller－Lang,U+FF0D,-"})
  void refusesFullWidthLettersAndTellsWhatToType(String typed, String found, String instead) {
    NameCheck.Refused refused = (NameCheck.Refused) PersonName.check(typed);
    assertThat(refused).isEqualTo(new NameCheck.Refused(NameRefusal.FULL_WIDTH, found, instead));
    assertThat(refused.sentence().chinese())
        .isEqualTo("姓名中有全角字符 " + found + "，应为半角的“" + instead + "”");
    assertThat(refused.sentence().english()).endsWith(found + "; in half width it is " + instead);
  }

  @Test
  void readsFullWidthLettersWhereANameIsOnlyCompared() {
    NameCheck asked = PersonName.checkAsked("Ｊｏｈｎ　Ｓｍｉｔｈ");
    assertThat(asked).isEqualTo(new NameCheck.Accepted(new PersonName("John Smith")));
    assertThat(PersonName.checkAsked("买买提江．吾守尔"))
        .isEqualTo(new NameCheck.Accepted(new PersonName("买买提江·吾守尔")));
    assertThat(PersonName.checkAsked("王Ａ伟"))
        .isEqualTo(new NameCheck.Refused(NameRefusal.MIXED_SCRIPTS, "U+0041"));
  }

  @ParameterizedTest
  @CsvSource({
    "'',MISSING", "'　 ',MISSING", "王,TOO_SHORT", "J,TOO_SHORT", "·王伟,MISPLACED_DOT",
    "王伟·,MISPLACED_DOT", "王··伟,MISPLACED_DOT", "=王伟,FORMULA", "+王伟,FORMULA", "-王伟,FORMULA",
    "@王伟,FORMULA", "'...,',OTHER_CHARACTER", "一二三四五六七八九十一二三四五六,TOO_LONG",
  })
  void refusesWhatIsNoName(String typed, NameRefusal reason) {
    assertThat(PersonName.check(typed))
        .isInstanceOfSatisfying(
            NameCheck.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  void noNameIsMadePastTheRules() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PersonName("张\u200B三"));
    assertThat(new PersonName("李华").toString()).doesNotContain("李");
  }

  @Test
  void acceptsNothingNastyOfTheListOfNaughtyStrings() throws Exception {
    Path list =
        Path.of(System.getProperty("zhixin.shared", "../shared"), "corpora/strings/blns.json");
    assumeTrue(Files.exists(list), "SKIPPED: " + list + " is not there");
    int seen = 0;
    for (JsonNode text : new ObjectMapper().readTree(list.toFile())) {
      seen++;
      if (PersonName.check(text.asString()) instanceof NameCheck.Accepted accepted) {
        assertThat(accepted.name().value())
            .matches("[\\p{IsHan}·]{2,40}|[\\p{IsLatin}][\\p{IsLatin}·' .,’-]{1,59}");
      }
    }
    assertThat(seen).isGreaterThan(400);
  }
}
