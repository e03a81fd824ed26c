package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationCodeTests {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  @Test
  void theCheckCharacterIsTheDocumentedPolynomial() {
    // worked out by hand: 1 at place 14 weighs x, so the last character is x, value 2
    assertThat(new VerificationCode("0000000000000012").value()).endsWith("12");
    // 1 at place 10 weighs x^5 = x^2 + 1, value 5
    assertThat(new VerificationCode("0000000000100005").value()).endsWith("5");
    assertThat(new VerificationCode("0000000000000000").value()).hasSize(16);
  }

  @Test
  void everySingleWrongCharacterIsFound() {
    for (int round = 0; round < 20; round++) {
      String code = VerificationCode.generate(RANDOM).value();
      for (int place = 0; place < code.length(); place++) {
        for (char wrong : ALPHABET.toCharArray()) {
          String typed = code.substring(0, place) + wrong + code.substring(place + 1);
          if (!typed.equals(code)) {
            assertThat(VerificationCode.parse(typed)).isInstanceOf(CodeReading.Mistyped.class);
          }
        }
      }
    }
  }

  @Test
  void everyExchangeOfTwoCharactersIsFound() {
    for (int round = 0; round < 200; round++) {
      String code = VerificationCode.generate(RANDOM).value();
      for (int one = 0; one < code.length(); one++) {
        for (int other = one + 1; other < code.length(); other++) {
          if (code.charAt(one) != code.charAt(other)) {
            StringBuilder typed = new StringBuilder(code);
            typed.setCharAt(one, code.charAt(other));
            typed.setCharAt(other, code.charAt(one));
            assertThat(VerificationCode.parse(typed.toString()))
                .isInstanceOf(CodeReading.Mistyped.class);
          }
        }
      }
    }
  }

  @Test
  void drawsEveryCharacterAtEveryPlaceAndNeverTheSameCode() {
    Set<String> codes = new HashSet<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5000; i++) {
      String code = VerificationCode.generate(RANDOM).value();
      codes.add(code);
      for (int place = 0; place < code.length(); place++) {
        seen.add(place + code.substring(place, place + 1));
      }
    }
    assertThat(codes).hasSize(5000);
    assertThat(seen).hasSize(16 * 32);
  }

  @Test
  void readsWhatPeopleTypeAndPaste() {
    VerificationCode code = new VerificationCode("0000000000100005");
    for (String typed :
        new String[] {
          "0000-0000-0010-0005",
          " 0000 0000 0010 0005\n",
          "oooo-OOOO-oolo-ooo5",
          "0000-0000-00i0-0005",
          "００００－００００－００１０－０００５",
          "0000–0000—0010−0005",
          "0000\u3000000000100005",
          "0000\u200B000000100005"
        }) {
      assertThat(VerificationCode.parse(typed)).as(typed).isEqualTo(new CodeReading.Read(code));
    }
    VerificationCode drawn = VerificationCode.generate(RANDOM);
    assertThat(VerificationCode.parse(drawn.grouped().toLowerCase(Locale.ROOT)))
        .isEqualTo(new CodeReading.Read(drawn));
    assertThat(drawn.grouped()).matches("(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}");
  }

  @ParameterizedTest
  @CsvSource({
    "'',TOO_SHORT",
    "000000000010000,TOO_SHORT",
    "00000000001000055,TOO_LONG",
    "000000000010000U,FOREIGN_CHARACTER",
    "000000000010000职,FOREIGN_CHARACTER",
    "000000000010000*,FOREIGN_CHARACTER"
  })
  void saysWhyATextIsNoCode(String typed, CodeReading.Fault fault) {
    assertThat(VerificationCode.parse(typed)).isEqualTo(new CodeReading.Malformed(fault));
  }

  @Test
  void refusesALongTextUnread() {
    assertThat(VerificationCode.parse("-".repeat(1_000_000)))
        .isEqualTo(new CodeReading.Malformed(CodeReading.Fault.TOO_LONG));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0000000000100006",
        "0000-0000-0010-0005",
        "000000000010000u",
        "000000000010000职",
        "[00000000010000[",
        "OOOOOOOOOO1OOOO5"
      })
  void isNeverMadeOfAnythingElse(String value) {
    assertThatThrownBy(() -> new VerificationCode(value))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
