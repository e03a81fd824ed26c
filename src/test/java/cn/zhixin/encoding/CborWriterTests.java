package cn.zhixin.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborWriterTests {
  private final CborWriter writer = new CborWriter(1);

  /** RFC 8949 appendix A. */
  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "1, 01",
    "10, 0a",
    "23, 17",
    "24, 1818",
    "25, 1819",
    "100, 1864",
    "1000, 1903e8",
    "1000000, 1a000f4240",
    "1000000000000, 1b000000e8d4a51000",
    "-1, 20",
    "-10, 29",
    "-100, 3863",
    "-1000, 3903e7",
    "9223372036854775807, 1b7fffffffffffffff",
    "-9223372036854775808, 3b7fffffffffffffff",
    "255, 18ff",
    "256, 190100",
    "65535, 19ffff",
    "65536, 1a00010000",
    "4294967295, 1affffffff",
    "4294967296, 1b0000000100000000"
  })
  void writesIntegersInTheShortestForm(long value, String hex) {
    assertThat(writer.integer(value).toBytes().toHex()).isEqualTo(hex);
  }

  @Test
  void writesTheSimpleValuesOfAppendixA() {
    assertThat(writer.bool(false).toBytes().toHex()).isEqualTo("f4");
    assertThat(writer.reset().bool(true).toBytes().toHex()).isEqualTo("f5");
    assertThat(writer.reset().nil().toBytes().toHex()).isEqualTo("f6");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 60",
    "a, 6161",
    "IETF, 6449455446",
    "ü, 62c3bc",
    "水, 63e6b0b4",
    "\uD800\uDD51, 64f0908591",
    "𠅤䶮, 67f0a085a4e4b6ae"
  })
  void writesTextAsUtf8(String text, String hex) {
    assertThat(writer.text(text).toBytes().toHex()).isEqualTo(hex);
  }

  @Test
  void writesTheContainersOfAppendixA() {
    writer.array(3).integer(1);
    writer.array(2).integer(2).integer(3);
    writer.array(2).integer(4).integer(5);
    assertThat(writer.toBytes().toHex()).isEqualTo("8301820203820405");

    writer.reset().map(2).text("a").integer(1).text("b").array(2).integer(2).integer(3);
    assertThat(writer.toBytes().toHex()).isEqualTo("a26161016162820203");

    assertThat(writer.reset().array(0).toBytes().toHex()).isEqualTo("80");
    assertThat(writer.reset().map(0).toBytes().toHex()).isEqualTo("a0");
    assertThat(writer.reset().tag(23).bytes(Bytes.ofHex("01020304")).toBytes().toHex())
        .isEqualTo("d74401020304");
  }

  @Test
  void refusesKeysOutOfOrder() {
    writer.map(2).integer(2).integer(0);
    assertThatThrownBy(() -> writer.integer(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesTheSameKeyTwice() {
    writer.map(2).text("a").map(1).text("a").nil();
    assertThatThrownBy(() -> writer.text("a")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesTooFewAndTooManyItems() {
    writer.array(1).map(1).integer(1);
    assertThatThrownBy(writer::toArray).isInstanceOf(IllegalStateException.class);
    writer.nil();
    assertThat(writer.toBytes().toHex()).isEqualTo("81a101f6");
    assertThatThrownBy(writer::nil).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesALoneSurrogateRatherThanWriteAQuestionMark() {
    for (String text : new String[] {"\uD840", "a\uDD64", "\uD840\uD840\uDD64"}) {
      assertThatThrownBy(() -> writer.text(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
