package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTests {
  private static final InetSocketAddress PROXY = new InetSocketAddress("10.0.0.1", 5);
  private static final InetSocketAddress STRANGER = new InetSocketAddress("203.0.113.9", 5);
  private static final Proxies PROXIES = new Proxies(List.of("10.0.0.0/24", "2001:db8::/64"));

  private final Clients clients = new Clients(PROXIES, ProxyHeaders.X_FORWARDED);
  private final Clients modern = new Clients(PROXIES, ProxyHeaders.FORWARDED);

  private static HttpRequest with(String... headers) {
    HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
    for (int i = 0; i < headers.length; i += 2) {
      request.headers().add(headers[i], headers[i + 1]);
    }
    return request;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7|203.0.113.7",
        // before it stands what he invented
        "6.6.6.6, 203.0.113.7|203.0.113.7",
        // two proxies
        "6.6.6.6, 203.0.113.7, 10.0.0.2|203.0.113.7",
        "203.0.113.7, 2001:db8::2|203.0.113.7",
        "203.0.113.7:4711|203.0.113.7",
        "2001:db8:1::7|2001:db8:1:0:0:0:0:7",
        "[2001:db8:1::7]:4711|2001:db8:1:0:0:0:0:7",
        "[2001:db8:1::7]|2001:db8:1:0:0:0:0:7",
        "::ffff:203.0.113.7|203.0.113.7",
        // garbage counts for the proxy that wrote it
        "unknown|10.0.0.1",
        "'203.0.113.7, '|10.0.0.1",
        "localhost|10.0.0.1",
        "203.0.113.7:x|10.0.0.1",
        "[2001:db8:1::7|10.0.0.1",
        "fe80::1%eth0|10.0.0.1",
        "1.2.3.4.5|10.0.0.1",
        "999.0.0.1|10.0.0.1",
        // nobody but proxies
        "10.0.0.3, 10.0.0.2|10.0.0.3"
      })
  void countsTheLastAddressThatIsNoProxys(String written, String counted) {
    assertThat(
            clients.of(with("X-Forwarded-For", written), PROXY, false).address().getHostAddress())
        .isEqualTo(counted);
  }

  @Test
  void severalHeadersAreOneList() {
    HttpRequest request = with("X-Forwarded-For", "203.0.113.7", "X-Forwarded-For", "10.0.0.2");
    assertThat(clients.of(request, PROXY, false).address().getHostAddress())
        .isEqualTo("203.0.113.7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Client-IP"})
  void aStrangerIsWhoHeIs(String header) {
    HttpRequest request =
        with(header, "for=10.0.0.9", header, "10.0.0.9", "X-Forwarded-Proto", "https");
    for (Clients each : List.of(clients, modern)) {
      Client client = each.of(request, STRANGER, false);
      assertThat(client.address()).isEqualTo(STRANGER.getAddress());
      assertThat(client.secure()).isFalse();
    }
  }

  @Test
  void headersThatTheProxiesDoNotWriteAreTheClientsOwn() {
    HttpRequest both = with("Forwarded", "for=6.6.6.6;proto=https", "X-Forwarded-For", "7.7.7.7");
    assertThat(clients.of(both, PROXY, false).address().getHostAddress()).isEqualTo("7.7.7.7");
    assertThat(clients.of(both, PROXY, false).secure()).isFalse();
    assertThat(modern.of(both, PROXY, false).address().getHostAddress()).isEqualTo("6.6.6.6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "for=203.0.113.7|203.0.113.7|false|",
        "For=\"203.0.113.7:80\";Proto=HTTPS;by=10.0.0.1|203.0.113.7|true|",
        "for=6.6.6.6;proto=http, for=\"[2001:db8:1::7]:4711\";proto=https;host=a.cn"
            + "|2001:db8:1:0:0:0:0:7|true|a.cn",
        "for=_hidden;proto=https|10.0.0.1|true|",
        "for=unknown|10.0.0.1|false|",
        "203.0.113.7|10.0.0.1|false|",
        "for=203.0.113.7;host=\"a b\"|203.0.113.7|false|",
        "for=203.0.113.7;host=\"[::1]:80\"|203.0.113.7|false|[::1]:80"
      })
  void readsTheStandardHeader(String written, String address, boolean secure, String host) {
    Client client = modern.of(with("Forwarded", written), PROXY, false);
    assertThat(client.address().getHostAddress()).isEqualTo(address);
    assertThat(client.secure()).isEqualTo(secure);
    assertThat(client.host()).isEqualTo(host);
  }

  @Test
  void theProxysWordOnTheSchemeCountsBothWays() {
    assertThat(clients.of(with("X-Forwarded-Proto", "https"), PROXY, false).secure()).isTrue();
    assertThat(clients.of(with("X-Forwarded-Proto", "http"), PROXY, true).secure()).isFalse();
    assertThat(clients.of(with(), PROXY, true).secure()).isTrue();
    // the outer proxy's word is told first, an invented one before it
    HttpRequest chain =
        with("X-Forwarded-For", "1.1.1.1, 10.0.0.2", "X-Forwarded-Proto", "http, https, http");
    assertThat(clients.of(chain, PROXY, false).secure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example.cn",
        "",
        "10.0.0.0/33",
        "10.0.0.0/x",
        "::1/129",
        "fe80::1%1",
        "10.0.0.0/-1"
      })
  void refusesProxiesThatAreNoNetwork(String written) {
    assertThatThrownBy(() -> new Proxies(List.of(written)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("zhixin.front.proxies");
  }
}
