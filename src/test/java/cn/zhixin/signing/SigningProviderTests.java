package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.ExternalTools;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SigningProviderTests {
  private static final Digest DIGEST = Digest.of(Bytes.ofUtf8("职称证书"));
  private static final Bytes MESSAGE = Bytes.ofUtf8("sample");
  private static final String FALLS_BACK = "Bouncy Castle signs, no native-backed provider works";

  private final TestAuthority authority = new TestAuthority();

  @ParameterizedTest
  @CsvSource({
    "BC, BC",
    "ACCP, AmazonCorrettoCryptoProvider",
    "accp, AmazonCorrettoCryptoProvider",
    "Conscrypt, Conscrypt",
    "auto, AmazonCorrettoCryptoProvider",
    "SunEC, SunEC"
  })
  void makesBothSignaturesThatBouncyCastleTakes(String name, String provider) {
    requireLinuxOnX64();
    assertThat(SigningProvider.named(name).provider().getName()).isEqualTo(provider);
    TestAuthority.Issued issued = authority.issue("评审委员会", Duration.ofDays(400));
    KeyRing ring =
        KeyRing.builder(TestAuthority.CLOCK)
            .provider(name)
            .keyStore(authority.store(issued), TestAuthority.PASSWORD, "test.p12")
            .build();
    SigningKey key = ring.signingKey(KeyPurpose.ISSUING);
    for (int i = 0; i < 300; i++) {
      Bytes message = Bytes.ofUtf8("message " + i);
      Bytes signature = Bytes.wrap(key.sign(message.toArray()));
      assertThat(key.verification().verifies(message, signature)).isTrue();
    }
    byte[] cms = new DocumentSigning(ring, null).newSigner().sign(DIGEST);
    assertThat(
            new CmsVerifier(authority.anchors()).verify(Bytes.wrap(cms), DIGEST, TestAuthority.NOW))
        .isInstanceOf(CmsOutcome.Passed.class);
  }

  @Test
  void bouncyCastleTakesTheNonceOfRfc6979() throws GeneralSecurityException {
    SigningProvider provider = SigningProvider.bouncyCastle();
    PrivateKey key =
        provider.translate(
            privateKey("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721"));
    byte[] der = provider.newSigner(key).der(MESSAGE.toArray());
    // appendix A.2.5, SHA-256, message "sample"
    assertThat(HexFormat.of().withUpperCase().formatHex(EcdsaP256.toP1363(der)))
        .isEqualTo(
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
  }

  @Test
  void signsAsBouncyCastleDoesWithDerivedNonces() throws GeneralSecurityException {
    SigningProvider provider = SigningProvider.bouncyCastle();
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    for (int size = 0; size < 200; size++) {
      PrivateKey key = provider.translate(keys.generateKeyPair().getPrivate());
      byte[] message = new byte[size];
      Arrays.fill(message, (byte) size);
      Signature whole = Signature.getInstance("SHA256withECDDSA", BouncyCastle.PROVIDER);
      whole.initSign(key);
      whole.update(message);
      EcdsaSigner signer = provider.newSigner(key);
      byte[] expected = whole.sign();
      assertThat(signer.der(message)).isEqualTo(expected);
      assertThat(signer.der(message)).isEqualTo(expected);
    }
  }

  @Test
  void refusesAKeyOnAnotherCurve() throws GeneralSecurityException {
    SigningProvider provider = SigningProvider.bouncyCastle();
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
    keys.initialize(new ECGenParameterSpec("secp384r1"));
    PrivateKey key = provider.translate(keys.generateKeyPair().getPrivate());
    assertThatThrownBy(() -> provider.newSigner(key))
        .isInstanceOf(UnfitKey.class)
        .hasMessageContaining("P-256");
  }

  @ParameterizedTest
  @CsvSource({"ACCP", "Conscrypt", "auto"})
  void withoutTheLibraryBouncyCastleSignsAndOneLineSaysSo(String name, CapturedOutput output) {
    SigningProvider found = SigningProvider.named(name, ClassLoader.getPlatformClassLoader());
    assertThat(found).isEqualTo(SigningProvider.bouncyCastle());
    assertThat(output.getOut().lines().filter(line -> line.contains("SigningProvider")))
        .singleElement()
        .asString()
        .contains(FALLS_BACK, "not on the class path");
  }

  @Test
  void whereTheLibraryCannotBeUnpackedBouncyCastleSigns() throws Exception {
    requireLinuxOnX64();
    ExternalTools.Outcome ended =
        ExternalTools.run(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            "-Djava.io.tmpdir=/proc/nowhere",
            "-cp",
            System.getProperty("java.class.path"),
            SignsWith.class.getName(),
            "ACCP");
    assertThat(ended.output()).as(ended.errors()).contains(FALLS_BACK).endsWith("signed with BC");
  }

  @Test
  void refusesANameThatNobodyHas() {
    assertThatThrownBy(() -> SigningProvider.named("ACPC"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("zhixin.signing.provider")
        .hasMessageContaining("ACPC");
  }

  /** A process that signs once. */
  static final class SignsWith {
    private SignsWith() {}

    public static void main(String[] arguments) {
      SigningProvider provider = SigningProvider.named(arguments[0]);
      System.out.println("signed with " + provider.provider().getName());
    }
  }

  private static PrivateKey privateKey(String hex) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePrivate(
            new ECPrivateKeySpec(
                new BigInteger(hex, 16), parameters.getParameterSpec(ECParameterSpec.class)));
  }

  private static void requireLinuxOnX64() {
    ExternalTools.requireThat(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "the native libraries of this build are for Linux on x86-64");
  }
}
