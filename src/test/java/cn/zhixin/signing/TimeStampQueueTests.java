package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time stamps of many signatures, from an authority that takes its time and sometimes fails. */
class TimeStampQueueTests {
  private static final int AT_ONCE = 8;
  private static final int MILLIS = 150;

  private final TestAuthority pki = new TestAuthority();
  private final KeyRing ring =
      pki.ring(pki.issue("评审委员会", Duration.ofDays(400)), pki.issueTimeStamp());
  private final TimeStampAuthority authority =
      new TimeStampAuthority(ring.signingKey(KeyPurpose.TIME_STAMP), "2.25.1", TestAuthority.CLOCK);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private HttpServer server;
  private URI address;
  private DocumentSigning signing;
  private volatile int failureStatus = 503;
  private volatile UnaryOperator<Bytes> respond = authority::respond;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    signing =
        new DocumentSigning(
            ring, new TimeStampClient(address, Duration.ofSeconds(20), pki.anchors()), AT_ONCE);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try (exchange) {
      asked.incrementAndGet();
      Bytes query = Bytes.wrap(exchange.getRequestBody().readAllBytes());
      Thread.sleep(MILLIS);
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        underWay.decrementAndGet();
        exchange.sendResponseHeaders(failureStatus, -1);
        return;
      }
      Bytes answer = respond.apply(query);
      underWay.decrementAndGet();
      exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
      exchange.sendResponseHeaders(200, answer.size());
      exchange.getResponseBody().write(answer.unsafeArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Digest digest(int number) {
    return Digest.of(Bytes.ofUtf8("document " + number));
  }

  @Test
  void signingGoesOnWhileABoundedNumberIsUnderWay() {
    CmsSigner signer = signing.newSigner();
    List<PendingSignature> pending = new ArrayList<>();
    int count = 5 * AT_ONCE;
    for (int i = 0; i < count; i++) {
      // as it comes out of a file: zeros behind it
      byte[] hole = Arrays.copyOf(signer.signUnstamped(digest(i)), signer.maximumSize());
      pending.add(signing.stamp(hole));
    }
    assertThat(pending.get(count - 1).isDone()).isFalse();
    CmsVerifier verifier = new CmsVerifier(pki.anchors());
    for (int i = 0; i < count; i++) {
      byte[] stamped = pending.get(i).await();
      assertThat(stamped.length).isLessThanOrEqualTo(signer.maximumSize());
      assertThat(verifier.verify(Bytes.wrap(stamped), digest(i), TestAuthority.NOW))
          .isInstanceOfSatisfying(
              CmsOutcome.Passed.class,
              passed -> assertThat(passed.level()).isEqualTo(SignatureLevel.B_T));
    }
    assertThat(most.get()).isBetween(2, AT_ONCE);
    TimeStampCost cost = signing.timeStampCost();
    assertThat(cost.stamps()).isEqualTo(count);
    assertThat(cost.repeated()).isZero();
    assertThat(cost.meanMillis()).isGreaterThanOrEqualTo(MILLIS);
    // one after another they would have taken as long as all answers together
    assertThat(cost.waiting()).isPositive().isLessThan(cost.answering().dividedBy(2));
  }

  @Test
  void asksAgainWhenTheAuthorityFails() {
    failures.set(2);
    assertThat(signing.newSigner().sign(digest(1))).isNotEmpty();
    assertThat(asked.get()).isEqualTo(3);
    assertThat(signing.timeStampCost().repeated()).isEqualTo(2);
  }

  @Test
  void givesUpAfterThreeTries() {
    failures.set(Integer.MAX_VALUE);
    CmsSigner signer = signing.newSigner();
    assertThatThrownBy(() -> signer.sign(digest(1)))
        .isInstanceOf(UnstampedSignature.class)
        .hasMessageContaining("503");
    assertThat(asked.get()).isEqualTo(3);
    assertThat(signing.timeStampCost().stamps()).isZero();
  }

  @Test
  void asksOnceWhereAskingAgainIsInVain() {
    failures.set(Integer.MAX_VALUE);
    failureStatus = 404;
    CmsSigner signer = signing.newSigner();
    assertThatThrownBy(() -> signer.sign(digest(1))).hasMessageContaining("404");
    assertThat(asked.get()).isEqualTo(1);
    failures.set(1);
    failureStatus = 429;
    assertThat(signer.sign(digest(1))).isNotEmpty();
    assertThat(asked.get()).isEqualTo(3);
  }

  @Test
  void asksOnceWhereARootIsMissing() {
    TrustAnchors others = new TestAuthority().anchors();
    CmsSigner signer =
        new DocumentSigning(
                ring, new TimeStampClient(address, Duration.ofSeconds(20), others), AT_ONCE)
            .newSigner();
    assertThatThrownBy(() -> signer.sign(digest(1)))
        .isInstanceOf(UnstampedSignature.class)
        .hasMessageContaining("zhixin.signing.trust");
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void asksOnceWhereTheQueryItselfIsRefused() {
    CmsSigner signer = signing.newSigner();
    respond = query -> authority.respond(Bytes.ofUtf8("rubbish"));
    assertThatThrownBy(() -> signer.sign(digest(1))).hasMessageContaining("refused");
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void asksForNoMoreThanIsStillWanted() throws InterruptedException {
    CmsSigner signer = signing.newSigner();
    List<PendingSignature> pending = new ArrayList<>();
    for (int i = 0; i < 5 * AT_ONCE; i++) {
      pending.add(signing.stamp(signer.signUnstamped(digest(i))));
    }
    pending.forEach(PendingSignature::cancel);
    Thread.sleep(3 * MILLIS);
    assertThat(asked.get()).isLessThanOrEqualTo(2 * AT_ONCE);
  }
}
