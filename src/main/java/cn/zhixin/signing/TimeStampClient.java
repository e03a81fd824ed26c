package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Asks an authority for time stamps over HTTP (RFC 3161 §3.4). Every answer is checked before it is
 * used: status, imprint, nonce, and the token's signature by a certificate whose only extended key
 * usage, critical, is time stamping; then that a {@link CmsVerifier} accepts its form and its
 * authority. Safe for use by several threads.
 */
public final class TimeStampClient {
  private static final String QUERY = "application/timestamp-query";
  private static final String REPLY = "application/timestamp-reply";
  private static final int NONCE_BITS = 64;

  /** Reasons that lie in the query or the authority's rules; the others (§2.4.2) may pass. */
  private static final int LASTING_REFUSALS =
      PKIFailureInfo.badAlg
          | PKIFailureInfo.badRequest
          | PKIFailureInfo.badDataFormat
          | PKIFailureInfo.unacceptedPolicy
          | PKIFailureInfo.unacceptedExtension
          | PKIFailureInfo.addInfoNotAvailable;

  /** Refusals by HTTP (RFC 9110, 6585, 8470) that ask for another try. */
  private static final Set<Integer> TRY_LATER = Set.of(408, 425, 429);

  private final HttpClient http;
  private final URI authority;
  private final Duration timeout;
  private final TrustAnchors anchors;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param authority http or https
   * @param timeout for the connection, and again for the answer
   * @param anchors that those who verify trust: the authority has to stand under one of them
   */
  public TimeStampClient(URI authority, Duration timeout, TrustAnchors anchors) {
    this.authority = authority;
    this.timeout = timeout;
    this.anchors = anchors;
    this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  /** A token over the SHA-256 of {@code content}: DER of a ContentInfo. */
  public Bytes stamp(Bytes content) throws TimeStampUnavailable {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    BigInteger nonce = new BigInteger(NONCE_BITS, random);
    try {
      TimeStampRequest request =
          generator.generate(TSPAlgorithms.SHA256, Digest.of(content).value().unsafeArray(), nonce);
      TimeStampResponse response = new TimeStampResponse(send(request.getEncoded()));
      response.validate(request);
      TimeStampToken token = response.getTimeStampToken();
      if (token == null) {
        throw refused(response);
      }
      TimeStampTokens.Sound sound = sound(token);
      refuseWhatNoVerifierAccepts(token, sound);
      return sound.form();
    } catch (IOException | TSPException e) {
      throw new TimeStampUnavailable("no usable answer from " + authority, e);
    }
  }

  private TimeStampUnavailable refused(TimeStampResponse response) {
    String message = authority + " refused: " + response.getStatusString();
    PKIFailureInfo reason = response.getFailInfo();
    return reason != null && (reason.intValue() & LASTING_REFUSALS) != 0
        ? TimeStampUnavailable.lasting(message)
        : new TimeStampUnavailable(message);
  }

  private TimeStampTokens.Sound sound(TimeStampToken token)
      throws IOException, TimeStampUnavailable {
    try {
      return TimeStampTokens.check(token, anchors.memory());
    } catch (TSPException e) {
      throw TimeStampUnavailable.lasting(authority + " gives tokens that are not sound: " + e);
    }
  }

  private void refuseWhatNoVerifierAccepts(TimeStampToken token, TimeStampTokens.Sound sound)
      throws IOException, TimeStampUnavailable {
    boolean accepted =
        sound.added().isEmpty()
            && sound.form().equals(Bytes.wrap(token.getEncoded(ASN1Encoding.DER)));
    if (!accepted) {
      throw TimeStampUnavailable.lasting(
          authority + " gives tokens that no verifier accepts, with more than its certificates");
    }
    Instant time = token.getTimeStampInfo().getGenTime().toInstant();
    String named = authority + " stamps as " + SubjectName.of(sound.authority());
    switch (CertificateChain.check(sound.authority(), sound.certificates(), anchors, time)) {
      case PASSED -> {}
      case NO_ANCHOR ->
          throw TimeStampUnavailable.lasting(
              named
                  + ", above which no trusted certificate stands: add its root to"
                  + " zhixin.signing.trust");
      case OUTSIDE_VALIDITY ->
          throw TimeStampUnavailable.lasting(
              named
                  + ", and its certificate or one above it is not valid at the stamp's time, "
                  + time
                  + ": the authority has to renew it, or the clock of one of the two is wrong");
      case INVALID ->
          throw TimeStampUnavailable.lasting(
              named
                  + ", and the certificates from there up to the trusted one break the rules"
                  + " (RFC 5280 §6.1): the authority has to mend its chain");
    }
  }

  private byte[] send(byte[] query) throws IOException, TimeStampUnavailable {
    HttpRequest request =
        HttpRequest.newBuilder(authority)
            .timeout(timeout)
            .header("Content-Type", QUERY)
            .header("Accept", REPLY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(query))
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      String type = answer.headers().firstValue("Content-Type").orElse("none");
      int status = answer.statusCode();
      if (status != 200 || !type.startsWith(REPLY)) {
        String message = authority + " answered status " + status + ", type " + type;
        throw status / 100 == 4 && !TRY_LATER.contains(status)
            ? TimeStampUnavailable.lasting(message)
            : new TimeStampUnavailable(message);
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeStampUnavailable("interrupted while asking " + authority, e);
    }
  }
}
