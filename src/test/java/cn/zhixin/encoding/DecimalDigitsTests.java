package cn.zhixin.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalDigitsTests {
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "00, 000",
    "ff, 255",
    "0000, 00000",
    "ffff, 65535",
    "0102, 00258",
    "d28443, 53892067",
    "00010203, 0000100515"
  })
  void groupsTwoBytesInFiveDigits(String hex, String digits) throws MalformedDigits {
    assertThat(DecimalDigits.encode(Bytes.ofHex(hex))).isEqualTo(digits);
    assertThat(DecimalDigits.decode(digits)).isEqualTo(Bytes.ofHex(hex));
  }

  @ParameterizedTest
  @CsvSource({
    "65536, 0",
    "99999, 0",
    "256, 0",
    "00000256, 5",
    "0, 1",
    "00, 2",
    "0000, 4",
    "000000, 6",
    "00a00, 2",
    "00 00, 2",
    "-0001, 0",
    "١٢٣, 0",
    "００１, 0"
  })
  void refusesWhatNoBytesBecome(String digits, int offset) {
    assertThatThrownBy(() -> DecimalDigits.decode(digits))
        .isInstanceOfSatisfying(
            MalformedDigits.class, fault -> assertThat(fault.offset()).isEqualTo(offset));
  }

  @Test
  void everyContentComesBack() throws MalformedDigits {
    Random random = new Random(18004);
    for (int i = 0; i < 20_000; i++) {
      byte[] content = new byte[random.nextInt(260)];
      random.nextBytes(content);
      String digits = DecimalDigits.encode(Bytes.wrap(content));
      assertThat(digits).hasSize(DecimalDigits.length(content.length));
      assertThat(DecimalDigits.decode(digits).unsafeArray()).isEqualTo(content);
    }
  }

  @Test
  void whatIsTakenHasOneForm() {
    Random random = new Random(36);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder digits = new StringBuilder();
      for (int n = random.nextInt(14); n > 0; n--) {
        digits.append(random.nextInt(10));
      }
      try {
        Bytes content = DecimalDigits.decode(digits);
        assertThat(DecimalDigits.encode(content)).isEqualTo(digits.toString());
      } catch (MalformedDigits fault) {
        assertThat(fault.offset()).isBetween(0, digits.length());
      }
    }
  }
}
