package cn.zhixin.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mod3736Tests {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** A GRID, and electronic licences as published (GB/T 36904, root and dots left out). */
  @ParameterizedTest
  @CsvSource({
    "A12425GABC1234002, M",
    "11100000000013338W01111430000006122244L20230000403001, U",
    "11100000000013338W00911330105002500287C2025052201002, 0",
    "11100000MB03271699022340100000000016001, 9",
    "11371000MB0000019B00111371000MB0000019B371000202005030000013001, 7"
  })
  void agreesWithPublishedIdentifiers(String text, char check) {
    assertThat(Mod3736.checkCharacter(text)).isEqualTo(check);
    assertThat(Mod3736.isValid(text + check)).isTrue();
  }

  @Test
  void findsEverySingleWrongCharacter() {
    String valid = "A12425GABC1234002M";
    for (int at = 0; at < valid.length(); at++) {
      for (char c : ALPHABET.toCharArray()) {
        String changed = valid.substring(0, at) + c + valid.substring(at + 1);
        assertThat(Mod3736.isValid(changed)).isEqualTo(changed.equals(valid));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "A", "a12425GABC1234002M", "A12425GABC1234002m", "A1242·GABC1234002M"})
  void isNeverValidOutsideTheAlphabet(String text) {
    assertThat(Mod3736.isValid(text)).isFalse();
  }

  @Test
  void refusesOtherCharacters() {
    assertThatThrownBy(() -> Mod3736.checkCharacter("3710-00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at 4");
  }
}
