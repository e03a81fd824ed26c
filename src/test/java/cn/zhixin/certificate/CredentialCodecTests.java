package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialCodecTests {
  private static final CredentialClaims CLAIMS =
      new CredentialClaims(
          new CertificateNumber("371000202505030000013"),
          "𬭎㛃",
          503,
          3,
          "机械",
          14,
          1,
          LocalDate.of(1969, 12, 31),
          LocalDate.of(2025, 12, 1));

  private static final String HEX =
      "a9"
          + "0101" // issuer 1
          + "0275333731303030323032353035303330303030303133"
          + "06194fc7" // 20423 days
          + "2067f0acad8ee39b83"
          + "211901f7" // 503
          + "2203"
          + "2366e69cbae6a2b0"
          + "240e"
          + "2520"; // one day before 1970

  @Test
  void everyByteIsAsDocumented() throws MalformedCredential {
    assertThat(CredentialCodec.encode(CLAIMS).toHex()).isEqualTo(HEX);
    assertThat(CredentialCodec.decode(Bytes.ofHex(HEX))).isEqualTo(CLAIMS);
  }

  @Test
  void claimsOfAnOrdinaryResultAreSmall() {
    CredentialClaims claims =
        CredentialClaims.of(
            new CertificateNumber("371000202505030000013"), Results.person(1), Results.ISSUED);
    assertThat(CredentialCodec.encode(claims).size()).isLessThanOrEqualTo(80);
  }

  @Test
  void claimsSurviveTheRoundTrip() throws MalformedCredential {
    Random random = new Random(20251103);
    for (int i = 0; i < 2000; i++) {
      CredentialClaims claims =
          new CredentialClaims(
              new CertificateNumber("A" + (1000 + random.nextInt(1_000_000_000))),
              "名" + Character.toString(0x20000 + random.nextInt(0xA000)),
              random.nextInt(10_000),
              1 + random.nextInt(9),
              "专".repeat(random.nextInt(20)),
              1 + random.nextInt(Integer.MAX_VALUE),
              1 + random.nextInt(Integer.MAX_VALUE),
              LocalDate.of(1900, 1, 1).plusDays(random.nextInt(90_000)),
              LocalDate.of(1900, 1, 1).plusDays(random.nextInt(90_000)));
      assertThat(CredentialCodec.decode(CredentialCodec.encode(claims))).isEqualTo(claims);
    }
  }

  @Test
  void noTwoEncodingsSayTheSame() {
    byte[] right = Bytes.ofHex(HEX).toArray();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = right.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
      Bytes bytes = Bytes.wrap(changed);
      try {
        CredentialClaims claims = CredentialCodec.decode(bytes);
        assertThat(claims).isNotEqualTo(CLAIMS);
        assertThat(CredentialCodec.encode(claims)).isEqualTo(bytes);
      } catch (MalformedCredential expected) {
        assertThat(expected).hasMessageNotContaining("𬭎");
      }
    }
  }

  @Test
  void refusesEveryTruncationAndWhatFollows() {
    Bytes right = Bytes.ofHex(HEX);
    for (int size = 0; size < right.size(); size++) {
      Bytes cut = right.slice(0, size);
      assertThatThrownBy(() -> CredentialCodec.decode(cut)).isInstanceOf(MalformedCredential.class);
    }
    assertThatThrownBy(() -> CredentialCodec.decode(Bytes.ofHex(HEX + "00")))
        .isInstanceOf(MalformedCredential.class);
  }

  @ParameterizedTest
  @CsvSource({
    "a9,a8,9 entries",
    "0101,0201,key 1",
    "06194fc7,063a000f423f,1900",
    "211901f7,21192710,",
    "2203,2200,level",
    "240e,2400,from 1",
    "0275333731303030323032353035303330303030303133,0263333731,characters",
    "2366e69cbae6a2b0,2346e69cbae6a2b0,"
  })
  void refusesOneFault(String part, String wrong, String message) {
    String hex = HEX.replaceFirst(part, wrong);
    assertThat(hex).isNotEqualTo(HEX);
    assertThatThrownBy(() -> CredentialCodec.decode(Bytes.ofHex(hex)))
        .isInstanceOf(MalformedCredential.class)
        .hasMessageContaining(message == null ? "" : message);
  }
}
