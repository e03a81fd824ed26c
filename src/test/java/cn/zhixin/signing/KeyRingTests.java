package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.ExternalTools;
import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTests {
  private static final char[] SAMPLE = "sample".toCharArray();

  private final TestAuthority authority = new TestAuthority();

  @Test
  void choosesOfTwoValidKeysTheLater() {
    var old = authority.issue("旧", TestAuthority.NOW.minus(Duration.ofDays(300)), days(400));
    var now = authority.issue("新", days(400));
    var next = authority.issue("未来", TestAuthority.NOW.plus(days(1)), days(400));
    KeyRing ring = authority.ring(now, old, next);
    assertThat(ring.signingKey(KeyPurpose.ISSUING).certificate()).isEqualTo(now.certificate());
    assertThat(ring.signingKey(KeyPurpose.ISSUING, TestAuthority.NOW.minus(days(30))).certificate())
        .isEqualTo(old.certificate());
  }

  @Test
  void refusesAKeyOutsideItsValidity() {
    var expired = authority.issue("过期", TestAuthority.NOW.minus(days(10)), days(9));
    assertRefused(authority.ring(expired), KeyRefused.Reason.EXPIRED);
    var early = authority.issue("未生效", TestAuthority.NOW.plusSeconds(1), days(9));
    assertRefused(authority.ring(early), KeyRefused.Reason.NOT_YET_VALID);
    assertRefused(authority.ring(authority.issueTimeStamp()), KeyRefused.Reason.NO_KEY);
  }

  @Test
  void refusesAKeyWithCertificatesThatAreNotAboveItsOwn() throws GeneralSecurityException {
    var issued = authority.issue("评审委员会", days(2));
    var other = authority.issue("另一个", days(2));
    SigningProvider provider = SigningProvider.named(SigningProvider.BOUNCY_CASTLE);
    PrivateKey secret = issued.pair().getPrivate();
    for (List<X509Certificate> chain :
        List.of(
            List.of(issued.certificate(), other.certificate()),
            List.of(issued.certificate(), new TestAuthority().certificate()),
            List.of(issued.certificate(), issued.certificate()))) {
      assertThatThrownBy(() -> SigningKey.inMemory(secret, chain, provider, TestAuthority.CLOCK))
          .isInstanceOf(GeneralSecurityException.class)
          .hasMessageContaining("those above it");
    }
    List<X509Certificate> own = List.of(issued.certificate(), authority.certificate());
    assertThat(SigningKey.inMemory(secret, own, provider, TestAuthority.CLOCK).chain())
        .isEqualTo(own);
  }

  @Test
  void theKeyItselfRefusesToSignOnceItExpires() {
    var clock = new SettableClock();
    var issued = authority.issue("评审委员会", days(2));
    SigningKey key =
        KeyRing.builder(clock)
            .keyStore(authority.store(issued), TestAuthority.PASSWORD, "a")
            .build()
            .signingKey(KeyPurpose.ISSUING);
    assertThat(key.sign(new byte[3])).hasSize(64);
    clock.now = TestAuthority.NOW.plus(days(1)).plusSeconds(1);
    assertThatThrownBy(() -> key.sign(new byte[3])).isInstanceOf(KeyRefused.class);
  }

  @Test
  void namesKeysThatEndWithinNinetyDays() {
    var soon = authority.issue("将到期", days(90));
    var later = authority.issue("未到期", days(92));
    assertThat(authority.ring(soon, later).expiring(KeyRing.WARNING))
        .extracting(SigningKey::certificate)
        .containsExactly(soon.certificate());
  }

  @Test
  void verifiesWithKeysOfThePast() {
    var past = authority.issue("从前", TestAuthority.NOW.minus(days(900)), days(300));
    KeyRing ring =
        KeyRing.builder(TestAuthority.CLOCK).certificates(List.of(past.certificate())).build();
    KeyId id = VerificationKey.idOf(past.certificate());
    assertThat(ring.verificationKeys().find(id)).isPresent();
    assertThat(ring.signingKeys()).isEmpty();
  }

  @Test
  void refusesAStoreItCannotUse() {
    byte[] good = authority.store(authority.issue("a", days(5)));
    assertUnusable(good, "wrong".toCharArray(), "密码不对", "password");
    assertUnusable(new byte[] {0x30, 0}, TestAuthority.PASSWORD, "不是 PKCS#12", "no PKCS#12");
    byte[] rsa = authority.store(authority.issueWith("RSA", KeyUsage.digitalSignature));
    assertUnusable(rsa, TestAuthority.PASSWORD, "“any”不能用于签名：它不是 P-256", "on the curve P-256");
    byte[] encrypts = authority.store(authority.issueWith("EC", KeyUsage.keyAgreement));
    assertUnusable(encrypts, TestAuthority.PASSWORD, "不允许数字签名", "digital signatures");
    byte[] swapped =
        TestAuthority.store(
            authority.issue("a", days(5)), List.of(authority.issue("b", days(5)).certificate()));
    assertUnusable(swapped, TestAuthority.PASSWORD, "不是一对", "certificate names");
  }

  /** As {@code openssl pkcs12 -export -nocerts} makes one. */
  @Test
  void refusesAKeyWithoutACertificate(@TempDir Path folder) throws Exception {
    ExternalTools.require("openssl");
    Path key = folder.resolve("key.pem");
    Path store = folder.resolve("keys.p12");
    openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key.toString());
    openssl(
        "pkcs12",
        "-export",
        "-nocerts",
        "-inkey",
        key.toString(),
        "-name",
        "bare",
        "-out",
        store.toString(),
        "-passout",
        "pass:" + new String(TestAuthority.PASSWORD));
    assertUnusable(
        Files.readAllBytes(store), TestAuthority.PASSWORD, "旁边没有证书", "no certificate is beside it");
  }

  private static void openssl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    assertThat(ExternalTools.run(command.toArray()).exit()).isZero();
  }

  @Test
  void saysInBothLanguagesWhyNoKeySigns() {
    KeyRing none = KeyRing.builder(TestAuthority.CLOCK).build();
    assertThatThrownBy(() -> none.signingKey(KeyPurpose.ISSUING))
        .hasMessageContaining("没有用途为 ISSUING 的签名密钥")
        .hasMessageContaining("there is no key for ISSUING");
    KeyRing past = authority.ring(authority.issue("a", TestAuthority.NOW.minus(days(9)), days(5)));
    assertThatThrownBy(() -> past.signingKey(KeyPurpose.ISSUING))
        .hasMessageContaining("的有效期到 2027-02-25T08:00:00Z 为止")
        .hasMessageContaining("was valid to 2027-02-25T08:00:00Z: use a new one");
  }

  @Test
  void refusesASampleKeyUnderAnyName() throws IOException, GeneralSecurityException {
    byte[] original = Files.readAllBytes(Path.of("keys-sample/committee.p12"));
    KeyRingBuilder strict = KeyRing.builder(InstantSource.system());
    strict.keyStore(original, SAMPLE, "our-own.p12");
    assertThatThrownBy(strict::build).isInstanceOf(SampleKeyRefused.class);

    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(Files.newInputStream(Path.of("keys-sample/committee.p12")), SAMPLE);
    PrivateKey secret = (PrivateKey) store.getKey("committee", SAMPLE);
    X509Certificate sample = (X509Certificate) store.getCertificate("committee");
    var copied = new TestAuthority.Issued(new KeyPair(sample.getPublicKey(), secret), sample);
    KeyRingBuilder copy = KeyRing.builder(InstantSource.system());
    copy.keyStore(TestAuthority.store(copied, List.of(sample)), TestAuthority.PASSWORD, "x");
    assertThatThrownBy(copy::build)
        .isInstanceOf(SampleKeyRefused.class)
        .hasMessageContaining("demo");

    KeyRingBuilder trusting = KeyRing.builder(InstantSource.system());
    assertThatThrownBy(trusting.certificates(List.of(sample))::build)
        .isInstanceOf(SampleKeyRefused.class);
  }

  @Test
  void opensTheSampleKeysForTheDemo() throws IOException {
    KeyRingBuilder builder = KeyRing.builder(InstantSource.system()).allowSampleKeys(true);
    for (String file : List.of("committee.p12", "time-stamp.p12")) {
      builder.keyStore(Files.readAllBytes(Path.of("keys-sample", file)), SAMPLE, file);
    }
    KeyRing ring = builder.build();
    assertThat(
            ring.signingKey(KeyPurpose.ISSUING).certificate().getSubjectX500Principal().getName())
        .contains("威海市人力资源和社会保障局");
    assertThat(ring.signingKey(KeyPurpose.TIME_STAMP).chain()).hasSize(3);
  }

  @Test
  void showsNothingOfThePrivateKey() {
    SigningKey key = authority.ring(authority.issue("a", days(5))).signingKeys().get(0);
    assertThat(key.toString()).isEqualTo("SigningKey[" + key.id() + "]");
    assertThat(Bytes.wrap(key.sign(new byte[0])).size()).isEqualTo(64);
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static void assertRefused(KeyRing ring, KeyRefused.Reason reason) {
    assertThatThrownBy(() -> ring.signingKey(KeyPurpose.ISSUING))
        .isInstanceOfSatisfying(
            KeyRefused.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  private static void assertUnusable(
      byte[] store, char[] password, String chinese, String english) {
    KeyRingBuilder builder = KeyRing.builder(TestAuthority.CLOCK);
    assertThatThrownBy(() -> builder.keyStore(store, password, "keys.p12"))
        .isInstanceOf(UnusableKeyStore.class)
        .hasMessageContaining("keys.p12")
        .hasMessageContaining(chinese)
        .hasMessageContaining(" / ")
        .hasMessageContaining(english);
  }

  private static final class SettableClock implements InstantSource {
    private Instant now = TestAuthority.NOW;

    @Override
    public Instant instant() {
      return now;
    }
  }
}
