package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoseSign1Tests {
  private static final Bytes PAYLOAD = Bytes.ofUtf8("古丽巴哈尔·阿卜杜热合曼 𬭎𬬻𬱖㛃龑䶮𠅤");
  private static final String KEY_ID = "0102030405060708";
  private static final String SIGNATURE = "5840" + "11".repeat(64);

  private final TestAuthority authority = new TestAuthority();
  private final KeyRing ring = authority.ring(authority.issue("评审委员会", Duration.ofDays(9)));
  private final SigningKey key = ring.signingKey(KeyPurpose.ISSUING);

  @Test
  void passesWhatItSigned() throws MalformedCose {
    for (int i = 0; i < 300; i++) {
      Bytes encoded = CoseSign1.sign(PAYLOAD, key).encoded();
      CoseSign1 parsed = CoseSign1.parse(encoded);
      assertThat(parsed.encoded()).isEqualTo(encoded);
      assertThat(parsed.verify(ring.verificationKeys()))
          .isEqualTo(new CoseOutcome.Passed(find(), PAYLOAD));
    }
  }

  @Test
  void passesNothingWithOneBitChanged() {
    byte[] encoded = CoseSign1.sign(PAYLOAD, key).encoded().toArray();
    for (int bit = 0; bit < 8 * encoded.length; bit++) {
      encoded[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        CoseOutcome outcome =
            CoseSign1.parse(Bytes.copyOf(encoded)).verify(ring.verificationKeys());
        assertThat(outcome).isNotInstanceOf(CoseOutcome.Passed.class);
      } catch (MalformedCose expectedOfMost) {
        assertThat(expectedOfMost).hasMessageContaining("expected");
      }
      encoded[bit / 8] ^= (byte) (1 << bit % 8);
    }
  }

  @Test
  void cannotTellOfAnUnknownKey() {
    CoseSign1 signed = CoseSign1.sign(PAYLOAD, key);
    assertThat(signed.verify(VerificationKeys.of(List.of())))
        .isEqualTo(new CoseOutcome.UnknownKey(key.id()));
  }

  /** The key and the signed CWT of RFC 8392, appendices A.2.3 and A.3. */
  @Test
  void agreesWithTheSignedExampleOfRfc8392() throws GeneralSecurityException {
    Bytes header = Bytes.ofHex("a10126");
    String payload =
        "a70175636f61703a2f2f61732e6578616d706c652e636f6d02656572696b77037818636f61703a2f2f6c69"
            + "6768742e6578616d706c652e636f6d041a5612aeb0051a5610d9f0061a5610d9f007420b71";
    String signature =
        "5427c1ff28d23fbad1f29c4c7c6a555e601d6fa29f9179bc3d7438bacaca5acd"
            + "08c8d4d4f96131680c429a01f85951ecee743a52b9b63632c57209120e1c9e30";
    var publicKey =
        P256Points.key(
            "143329cce7868e416927599cf65a34f3ce2ffda55a7eca69ed8919a394d42f0f",
            "60f7f1a780d8a783bfb7a2dd6b2796e8128dbbcef9d3d168db9529971a36e7b9");
    byte[] signed = CoseSign1.toBeSigned(header, Bytes.ofHex(payload));
    byte[] value = Bytes.ofHex(signature).toArray();
    assertThat(EcdsaP256.verifyP1363(publicKey, signed, value)).isTrue();
    value[40] ^= 1;
    assertThat(EcdsaP256.verifyP1363(publicKey, signed, value)).isFalse();
  }

  /** The Sig_structure of example sign-pass-01's family, as the COSE working group publishes it. */
  @Test
  void buildsTheSignedStructureOfTheWorkingGroup() {
    byte[] signed =
        CoseSign1.toBeSigned(Bytes.ofHex("a10126"), Bytes.ofUtf8("This is the content."));
    assertThat(Bytes.wrap(signed).toHex())
        .isEqualTo("846a5369676e61747572653143a101264054546869732069732074686520636f6e74656e742e");
  }

  @ParameterizedTest
  @CsvSource({
    "d3, 844da2012604480102030405060708a04101, tag 18",
    "d2, 834da2012604480102030405060708a04101, array of 4",
    "d2, 844da2012604480102030405060708a104413141ff, empty unprotected header",
    "d2, 8443a10126a04101, two entries",
    "d2, 844ea201382204480102030405060708a04101, algorithm -7",
    "d2, 844ca20126044701020304050607a04101, 8 bytes",
    "d2, 844da2012605480102030405060708a04101, label 4",
    "d2, 844da2012604480102030405060708a0f6, byte string"
  })
  void refusesEveryOtherForm(String tag, String start, String words) {
    Bytes encoded = Bytes.ofHex(tag + start + SIGNATURE);
    assertThatThrownBy(() -> CoseSign1.parse(encoded))
        .isInstanceOf(MalformedCose.class)
        .hasMessageContaining(words);
  }

  @Test
  void refusesASignatureOfAnotherSize() {
    Bytes encoded = Bytes.ofHex("d2844da201260448" + KEY_ID + "a04101583f" + "11".repeat(63));
    assertThatThrownBy(() -> CoseSign1.parse(encoded)).isInstanceOf(MalformedCose.class);
  }

  private VerificationKey find() {
    return ring.verificationKeys().find(key.id()).orElseThrow();
  }
}
