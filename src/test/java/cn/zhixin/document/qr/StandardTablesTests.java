package cn.zhixin.document.qr;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardTablesTests {
  @ParameterizedTest
  @EnumSource(ErrorCorrection.class)
  void blocksAreThoseOfTable9(ErrorCorrection level) throws Exception {
    for (int number = 1; number <= QrEncoder.MAXIMUM_VERSION; number++) {
      Version version = ZxingDecoder.version(number);
      Version.ECBlocks expected =
          version.getECBlocksForLevel(ErrorCorrectionLevel.valueOf(level.name()));
      BlockStructure blocks = BlockStructure.of(number, level);

      assertThat(blocks.codewords()).isEqualTo(version.getTotalCodewords());
      assertThat(blocks.correctionPerBlock()).isEqualTo(expected.getECCodewordsPerBlock());
      assertThat(blocks.blocks()).isEqualTo(expected.getNumBlocks());
      int block = 0;
      for (Version.ECB group : expected.getECBlocks()) {
        for (int i = 0; i < group.getCount(); i++) {
          assertThat(blocks.dataLength(block++)).isEqualTo(group.getDataCodewords());
        }
      }
    }
  }

  @Test
  void correctionCodewordsAreThoseOfTheExampleInAnnexI() {
    byte[] data = Bytes.ofHex("10200c566180ec11ec11ec11ec11ec11").toArray();
    byte[] out = new byte[ReedSolomon.WRITTEN];

    new ReedSolomon(10).remainder(data, 0, data.length, out, 0);

    assertThat(Bytes.wrap(out).slice(0, 10).toHex()).isEqualTo("a524d4c1ed36c7872c55");
  }

  @Test
  void formatInformationIsThatOfTheExampleInAnnexC() {
    assertThat(BchCode.format(ErrorCorrection.M, 0b101)).isEqualTo(0b100_0000_1100_1110);
  }

  @Test
  void versionInformationIsThatOfTheExampleInAnnexD() {
    assertThat(BchCode.version(7)).isEqualTo(0b00_0111_1100_1001_0100);
  }
}
