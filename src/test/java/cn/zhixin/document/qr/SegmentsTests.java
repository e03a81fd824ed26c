package cn.zhixin.document.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.document.QrText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTests {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 9, 100, 601})
  void codeIsAlphanumericAndDigitsAreNumeric(int digits) {
    QrText text = Texts.withDigits(digits);
    int address = 4 + 16 + 8 * text.address().length();
    int code = 4 + 11 + 8 * 11;
    int mark = 4 + 16 + 8;
    int number = 4 + 12 + (int) Math.ceil(digits * 10 / 3.0);

    assertThat(Segments.bits(text, 10)).isEqualTo(address + code + mark + number);
    assertThat(Segments.bits(text, 9)).isEqualTo(address + code + mark + number - 8 - 2 - 8 - 2);
  }

  @Test
  void withoutDigitsThereIsNoMark() {
    assertThat(Segments.bits(new QrText("a", Texts.CODE, ""), 1)).isEqualTo(12 + 8 + 13 + 88);
  }

  @Test
  void writesTheBitsOfTheStandardsModes() {
    byte[] codewords = new byte[16];
    BitStream out = new BitStream(codewords);
    Segments.write(new QrText("a", "AC-42", "01234567"), 1, out);
    out.finish(16);

    StringBuilder bits = new StringBuilder();
    for (byte codeword : codewords) {
      bits.append(Integer.toBinaryString(256 + (codeword & 0xff)).substring(1));
    }
    assertThat(bits.toString())
        .isEqualTo(
            "0100"
                + "00000001"
                + "01100001"
                // the example of §7.4.4
                + "0010"
                + "000000101"
                + "00111001110"
                + "11100111001"
                + "000010"
                + "0100"
                + "00000001"
                + "00100011"
                // the example of §7.4.3
                + "0001"
                + "0000001000"
                + "0000001100"
                + "0101011001"
                + "1000011"
                + "000000");
  }

  @Test
  void padsWithTheStandardsTwoCodewords() {
    byte[] codewords = new byte[6];
    BitStream out = new BitStream(codewords);
    out.append(0b1, 1);
    out.finish(6);

    assertThat(codewords)
        .containsExactly(0x80, 0b1110_1100, 0b0001_0001, 0b1110_1100, 0b0001_0001, 0b1110_1100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://例.cn/v/", "https://a.cn/v/\n", "a b", "é"})
  void refusesAnAddressThatIsNotVisibleAscii(String address) {
    assertThatThrownBy(() -> new QrText(address, Texts.CODE, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7k3m", "#", "７", "\u0000"})
  void refusesACodeBeyondTheAlphanumericMode(String code) {
    assertThatThrownBy(() -> new QrText("a", code, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12a", "-1", "٣", "1 "})
  void refusesDigitsThatAreNotDecimal(String digits) {
    assertThatThrownBy(() -> new QrText("a", Texts.CODE, digits))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
