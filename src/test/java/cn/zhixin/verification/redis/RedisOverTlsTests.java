package cn.zhixin.verification.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.front.ServerKey;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate is for {@code localhost}, and for no address. */
@Timeout(60)
class RedisOverTlsTests {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final char[] NO_PASSWORD = {};

  @TempDir private Path folder;
  private SSLContext before;
  private SSLContext serving;
  private SSLContext trusting;
  private ScriptedRedis server;

  @BeforeEach
  void open() throws Exception {
    before = SSLContext.getDefault();
    ServerKey key = ServerKey.of("localhost", folder);
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(key.certificatePem().getBytes(StandardCharsets.US_ASCII)));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server", privateKey(key.keyPem()), NO_PASSWORD, new Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NO_PASSWORD);
    serving = SSLContext.getInstance("TLS");
    serving.init(keys.getKeyManagers(), null, null);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    trusting = SSLContext.getInstance("TLS");
    trusting.init(null, trust.getTrustManagers(), null);
    ServerSocket listening =
        serving
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    server =
        new ScriptedRedis(
            listening,
            talk -> {
              assertThat(talk.next()).containsExactly("AUTH", "secret");
              talk.say("+OK\r\n");
              ScriptedRedis.honest(talk);
            });
  }

  private static PrivateKey privateKey(String pem) throws Exception {
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  @AfterEach
  void close() throws Exception {
    SSLContext.setDefault(before);
    server.close();
  }

  private Optional<Bytes> askedOf(String host, SSLContext trust) throws Exception {
    SSLContext.setDefault(trust);
    RedisEndpoint endpoint =
        new RedisEndpoint(host, server.endpoint().port(), null, "secret", 0, true);
    try (RedisLinks links = new RedisLinks(endpoint, PATIENT)) {
      return links.get(Bytes.ofUtf8("a")).get(30, SECONDS);
    }
  }

  @Test
  void answersOverTls() throws Exception {
    assertThat(askedOf("localhost", trusting)).contains(Bytes.ofUtf8("value of a"));
  }

  @Test
  void tellsNoPasswordToAServerOfAnotherName() throws Exception {
    assertThat(askedOf("127.0.0.1", trusting)).isEmpty();
  }

  @Test
  void tellsNoPasswordToAServerThatNobodyVouchesFor() throws Exception {
    assertThat(askedOf("localhost", before)).isEmpty();
  }
}
