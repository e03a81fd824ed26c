package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;

/** An authority that answers with one thing wrong. */
class TimeStampClientTests {
  private static final Bytes CONTENT = Bytes.ofUtf8("signature value");
  private static final Duration DAYS = Duration.ofDays(100);

  private final TestAuthority pki = new TestAuthority();
  private final TimeStampAuthority authority =
      new TimeStampAuthority(
          pki.ring(pki.issueTimeStamp()).signingKey(KeyPurpose.TIME_STAMP),
          "2.25.1",
          TestAuthority.CLOCK);

  @Test
  void takesASoundAnswerAndNoSerialNumberTwice()
      throws IOException, TimeStampUnavailable, TSPException, CMSException {
    Set<BigInteger> serials = new HashSet<>();
    try (TimeStampServer server = TimeStampServer.start(authority, 0)) {
      for (int i = 0; i < 20; i++) {
        Bytes token = client(server.address()).stamp(CONTENT);
        var info = new TimeStampToken(new CMSSignedData(token.unsafeArray())).getTimeStampInfo();
        assertThat(info.getGenTime()).isEqualTo(Date.from(TestAuthority.NOW));
        assertThat(info.getPolicy().getId()).isEqualTo("2.25.1");
        assertThat(info.getGenTimeAccuracy().getSeconds()).isEqualTo(1);
        serials.add(info.getSerialNumber());
      }
    }
    assertThat(serials).hasSize(20);
  }

  @Test
  void refusesAWrongImprintAndAnOldAnswer() {
    Bytes earlier = authority.respond(query(Digest.of(CONTENT), BigInteger.TWO));
    assertUnavailable(query -> earlier, "nonce");
    Digest other = Digest.of(new byte[] {1});
    assertUnavailable(query -> authority.respond(query(other, nonceOf(query))), "digest");
  }

  @Test
  void refusesARefusalAndRubbish() {
    Bytes rubbish = Bytes.ofUtf8("rubbish");
    assertUnavailable(query -> authority.respond(rubbish), "refused");
    assertUnavailable(query -> rubbish, "no usable answer");
  }

  @Test
  void refusesATokenThatWasAltered() {
    assertUnavailable(
        query -> {
          byte[] answer = authority.respond(query).toArray();
          answer[answer.length - 1] ^= 1;
          return Bytes.wrap(answer);
        },
        "not sound");
  }

  /** It would be told of every certificate that carried it that it had been altered. */
  @Test
  void refusesATokenThatNoVerifierWouldAccept() {
    Set<CmsFault> additions =
        EnumSet.of(
            CmsFault.CERTIFICATES_ADDED,
            CmsFault.REVOCATION_DATA_ADDED,
            CmsFault.UNSIGNED_ATTRIBUTES_ADDED);
    for (CmsAlteration each : CmsAlteration.ofAny()) {
      if (additions.contains(each.fault())) {
        assertUnavailable(
            query -> {
              Tlv answer = Tlv.parse(authority.respond(query).toArray());
              each.change().accept(answer.part(1));
              return Bytes.wrap(answer.encoded());
            },
            "no verifier accepts");
      }
    }
  }

  /** What it stamps, verifiers would have to call unconfirmed: only then is a root missing. */
  @Test
  void namesTheAuthorityAboveWhichNothingIsTrusted() throws IOException {
    String told = refusal(authority, new TestAuthority().anchors());
    assertThat(told).contains("stamps as C=CN,CN=时间戳,", "add its root to zhixin.signing.trust");
  }

  /** Its name is whatever it likes, and comes to terminals and logs. */
  @Test
  void namesAnAuthorityWithoutWhatCannotBeSeen() throws IOException {
    String name = "时\u001b[2J\u202e\u200b间" + "戳".repeat(500);
    TimeStampAuthority hostile =
        authority(TestAuthority.CLOCK, pki.issueTimeStamp(name, pki.root(), DAYS));
    assertThat(refusal(hostile, new TestAuthority().anchors()))
        .contains("CN=时?[2J??间戳", "戳…, above which")
        .hasSizeLessThan(400);
  }

  @Test
  void givesNoAdviceAboutRootsWhereOneIsOutsideItsValidity() throws IOException {
    TestAuthority.Issued longer = pki.issueTimeStamp("时间戳", pki.root(), Duration.ofDays(5000));
    InstantSource late = InstantSource.fixed(TestAuthority.NOW.plus(Duration.ofDays(4000)));
    assertThat(refusal(authority(late, longer), pki.anchors()))
        .contains("CN=时间戳", "is not valid at the stamp's time, " + late.instant())
        .doesNotContain("zhixin.signing.trust");
  }

  @Test
  void givesNoAdviceAboutRootsWhereTheChainIsWrong() throws IOException {
    // who certified it is no authority
    TestAuthority.Issued committee = pki.issue("评审委员会", DAYS);
    TestAuthority.Issued below = pki.issueTimeStamp("冒牌时间戳", committee, DAYS);
    assertThat(refusal(authority(TestAuthority.CLOCK, below, committee), pki.anchors()))
        .contains("CN=冒牌时间戳", "break the rules")
        .doesNotContain("zhixin.signing.trust");
  }

  private String refusal(TimeStampAuthority authority, TrustAnchors anchors) throws IOException {
    try (TimeStampServer server = TimeStampServer.start(authority, 0)) {
      TimeStampClient client =
          new TimeStampClient(server.address(), Duration.ofSeconds(20), anchors);
      return catchThrowableOfType(TimeStampUnavailable.class, () -> client.stamp(CONTENT))
          .toString();
    }
  }

  private static TimeStampAuthority authority(
      InstantSource clock, TestAuthority.Issued key, TestAuthority.Issued... above) {
    List<X509Certificate> chain =
        Stream.concat(Stream.of(key), Stream.of(above))
            .map(TestAuthority.Issued::certificate)
            .toList();
    KeyRing ring =
        KeyRing.builder(clock)
            .keyStore(TestAuthority.store(key, chain), TestAuthority.PASSWORD, "test.p12")
            .build();
    return new TimeStampAuthority(ring.signingKey(KeyPurpose.TIME_STAMP), "2.25.1", clock);
  }

  @Test
  void takesNoKeyThatIsForDocuments() {
    SigningKey key = pki.ring(pki.issue("委员会", Duration.ofDays(9))).signingKey(KeyPurpose.ISSUING);
    assertThatThrownBy(() -> new TimeStampAuthority(key, "2.25.1", TestAuthority.CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertUnavailable(UnaryOperator<Bytes> behaviour, String words) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            Bytes answer = behaviour.apply(Bytes.wrap(exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.size());
            exchange.getResponseBody().write(answer.unsafeArray());
            exchange.close();
          });
      server.start();
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      assertThatThrownBy(() -> client(address).stamp(CONTENT))
          .isInstanceOf(TimeStampUnavailable.class)
          .hasMessageContaining(words);
      server.stop(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Bytes query(Digest imprint, BigInteger nonce) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    try {
      byte[] digest = imprint.value().toArray();
      return Bytes.wrap(generator.generate(TSPAlgorithms.SHA256, digest, nonce).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BigInteger nonceOf(Bytes query) {
    try {
      return new TimeStampRequest(query.unsafeArray()).getNonce();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private TimeStampClient client(URI address) {
    return new TimeStampClient(address, Duration.ofSeconds(20), pki.anchors());
  }
}
