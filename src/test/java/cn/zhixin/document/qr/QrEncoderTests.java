package cn.zhixin.document.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.document.QrText;
import com.google.zxing.common.DecoderResult;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrEncoderTests {
  private final QrEncoder encoder = new QrEncoder();

  @ParameterizedTest
  @EnumSource(ErrorCorrection.class)
  void everyVersionAndLevelDecodesToItsText(ErrorCorrection level) throws Exception {
    Random random = new Random(18004);
    for (int version = 1; version <= QrEncoder.MAXIMUM_VERSION; version++) {
      for (int i = 0; i < 100; i++) {
        QrText text = Texts.fitting(version, level, random);
        QrSymbol symbol = encoder.encode(text, version, level);

        DecoderResult read = ZxingDecoder.decode(symbol);
        assertThat(read.getText()).isEqualTo(text.text());
        assertThat(read.getECLevel()).isEqualTo(level.name());
        assertThat(read.getErrorsCorrected()).isZero();
        assertThat(symbol.version()).isEqualTo(version);
        assertThat(symbol.size()).isEqualTo(ZxingDecoder.version(version).getDimensionForVersion());
      }
    }
  }

  @Test
  void choosesTheSmallestVersionAndTheStrongestLevelInIt() throws Exception {
    for (int digits = 0; digits <= 640; digits++) {
      QrText text = Texts.withDigits(digits);
      QrSymbol symbol = encoder.encode(text);

      int version = symbol.version();
      int bits = Segments.bits(text, version);
      assertThat(ZxingDecoder.decode(symbol).getText()).isEqualTo(text.text());
      assertThat(Segments.bits(text, version - 1))
          .as("digits %d do not fit version %d", digits, version - 1)
          .isGreaterThan(QrEncoder.capacity(version - 1, ErrorCorrection.M));
      for (ErrorCorrection level : ErrorCorrection.values()) {
        assertThat(bits <= QrEncoder.capacity(version, level))
            .isEqualTo(level.compareTo(symbol.level()) <= 0);
      }
    }
  }

  @Test
  void theAddressAloneTakesAVeryCoarseSymbol() throws Exception {
    QrSymbol symbol = encoder.encode(Texts.withDigits(0));

    assertThat(symbol.version()).isEqualTo(3);
    assertThat(ZxingDecoder.decode(symbol).getText())
        .isEqualTo("https://cert.example.cn/v/7K3M9QPX2RTV4WZC");
  }

  @Test
  void fillsVersion13ToItsLastBitAndRefusesOneDigitMore() throws Exception {
    int digits = 0;
    int capacity = QrEncoder.capacity(13, ErrorCorrection.M);
    while (Segments.bits(Texts.withDigits(digits + 1), 13) <= capacity) {
      digits++;
    }
    QrText longest = Texts.withDigits(digits);
    QrText tooLong = Texts.withDigits(digits + 1);

    assertThat(ZxingDecoder.decode(encoder.encode(longest)).getText()).isEqualTo(longest.text());
    assertThatThrownBy(() -> encoder.encode(tooLong))
        .isInstanceOfSatisfying(
            QrTooLong.class,
            e -> {
              assertThat(e.bits()).isGreaterThan(2672);
              assertThat(e.capacity()).isEqualTo(2672);
            })
        .hasMessageContaining("2672");
  }

  @Test
  void refusesTextFarBeyondAllSymbols() {
    assertThatThrownBy(() -> encoder.encode(Texts.withDigits(100_000)))
        .isInstanceOf(QrTooLong.class);
  }

  @Test
  void aSymbolKeepsItsModulesWhenTheEncoderIsUsedAgain() throws Exception {
    QrSymbol first = encoder.encode(Texts.withDigits(500));
    for (int digits = 0; digits < 600; digits += 7) {
      encoder.encode(Texts.withDigits(digits));
    }

    assertThat(first.packed()).isEqualTo(new QrEncoder().encode(Texts.withDigits(500)).packed());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 400, 480, 620})
  void packedRowsShowTheModulesAsDeviceGray(int digits) throws Exception {
    QrSymbol symbol = encoder.encode(Texts.withDigits(digits));
    byte[] packed = symbol.packed().toArray();

    int bytesPerRow = (symbol.size() + 7) / 8;
    assertThat(packed).hasSize(symbol.size() * bytesPerRow);
    for (int y = 0; y < symbol.size(); y++) {
      for (int x = 0; x < 8 * bytesPerRow; x++) {
        boolean light = (packed[y * bytesPerRow + x / 8] >>> (7 - x % 8) & 1) == 1;
        assertThat(light).isEqualTo(x >= symbol.size() || !symbol.isDark(x, y));
      }
    }
  }
}
