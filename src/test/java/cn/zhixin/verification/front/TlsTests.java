package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A port that speaks TLS itself, with key and certificate from files. */
@DirtiesContext
class TlsTests extends FrontSite {
  @TempDir private static Path folder;

  @DynamicPropertySource
  static void files(DynamicPropertyRegistry properties) throws Exception {
    ServerKey key = ServerKey.of("localhost", folder);
    Files.writeString(folder.resolve("key.pem"), key.keyPem());
    Files.writeString(folder.resolve("certificate.pem"), key.certificatePem());
    properties.add("server.ssl.certificate", () -> folder.resolve("certificate.pem").toString());
    properties.add(
        "server.ssl.certificate-private-key", () -> folder.resolve("key.pem").toString());
  }

  private SSLSocket connect(String... protocols) throws Exception {
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {new Anybody()}, null);
    SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", port);
    socket.setSoTimeout(15_000);
    socket.setEnabledProtocols(protocols);
    return socket;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void answersAndPagesOnOneConnection(String protocol) throws Exception {
    try (RawHttp connection = new RawHttp(connect(protocol))) {
      for (String path : new String[] {VALID, "/", VALID, "/test/large"}) {
        RawHttp.Response response = connection.send(get(path)).read();
        assertThat(response.status()).as(path).isEqualTo(200);
        assertThat(response.header("Strict-Transport-Security")).as(path).contains("max-age");
      }
      assertThat(connection.send(get("/test/echo")).read().body())
          .contains("\"scheme\":\"https\"", "\"port\":\"443\"");
      assertThat(((SSLSocket) connection.socket()).getSession().getProtocol()).isEqualTo(protocol);
    }
  }

  @Test
  void endsTheConnectionProperly() throws Exception {
    try (RawHttp connection = new RawHttp(connect("TLSv1.3"))) {
      connection.send(get(VALID, "Connection: close"));
      assertThat(connection.read().status()).isEqualTo(200);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void oldProtocolsAreToldSo() throws Exception {
    // a client of our own cannot be made to speak it: the bytes of a TLS 1.0 ClientHello
    byte[] hello =
        HexFormat.of()
            .parseHex("160301000001000000" + "0301" + "00".repeat(32) + "00" + "0002002f" + "0100");
    hello[4] = (byte) (hello.length - 5);
    hello[8] = (byte) (hello.length - 9);
    try (RawHttp connection = open()) {
      byte[] told = connection.send(hello).socket().getInputStream().readNBytes(7);
      // alert, fatal, protocol_version or handshake_failure (RFC 8446 §6)
      assertThat(told[0]).isEqualTo((byte) 21);
      assertThat(told[6]).isIn((byte) 70, (byte) 40);
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void plainHttpIsClosedAndHarmsNobody() throws Exception {
    try (RawHttp plain = open()) {
      plain.send(get(VALID));
      assertThat(plain.socket().getInputStream().readAllBytes().length).isLessThan(100);
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
    answersAndPagesOnOneConnection("TLSv1.3");
  }

  /** This test's own server. */
  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new java.security.cert.X509Certificate[0];
    }
  }
}
