package cn.zhixin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleCharactersTests {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x0, 0xA, 0x85, 0xAD, 0x34F, 0x61C, 0x200B, 0x200D, 0x202E, 0x2028, 0x2029, 0x2066, 0x2800,
        0x3164, 0xD800, 0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFF, 0xE0041, 0xE0100, 0x10FFFF
      })
  void areFoundWhateverUnicodeCallsThem(int codePoint) {
    String text = "威海" + Character.toString(codePoint) + "市";
    assertThat(InvisibleCharacters.first(text)).hasValue(codePoint);
    assertThat(InvisibleCharacters.firstInLine(text)).hasValue(codePoint);
    assertThat(InvisibleCharacters.contain(codePoint)).isTrue();
  }

  /** The last two are ideographs that Java 17 does not know. */
  @Test
  void areNotWhatPeopleWrite() {
    String text = "丛·培元 O’Brien　（2026）№①-—/€，。→\uD884\uDF50\uD87A\uDFF0";
    assertThat(InvisibleCharacters.first(text)).isEmpty();
    assertThat(InvisibleCharacters.firstInLine(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xA0, 0x1680, 0x2002, 0x2009, 0x200A, 0x202F, 0x205F})
  void spacesOfOtherWidthsMayStandInAnyTextButALine(int codePoint) {
    String text = "招标" + Character.toString(codePoint) + "2026";
    assertThat(InvisibleCharacters.first(text)).isEmpty();
    assertThat(InvisibleCharacters.firstInLine(text)).hasValue(codePoint);
  }
}
