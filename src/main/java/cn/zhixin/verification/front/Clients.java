package cn.zhixin.verification.front;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says who asks: the other end, or whom the proxies of {@code zhixin.front.proxies} name. Each
 * proxy adds the address it was asked from, so the list is read from its end: the last address that
 * is none of those proxies' is the client's, and whatever stands before it may be his invention.
 */
final class Clients {
  private static final String FORWARDED = "forwarded";
  private static final List<String> NEVER_HANDED_ON =
      List.of(
          FORWARDED,
          "x-forwarded-for",
          "x-forwarded-proto",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-prefix",
          "x-forwarded-ssl");

  private final Proxies proxies;
  private final ProxyHeaders written;

  /**
   * @param written the headers that those proxies write; the others are a client's own
   */
  Clients(Proxies proxies, ProxyHeaders written) {
    this.proxies = proxies;
    this.written = written;
  }

  /**
   * @param secure whether our own port speaks TLS
   */
  Client of(HttpRequest request, InetSocketAddress peer, boolean secure) {
    InetAddress address = peer.getAddress();
    if (proxies.isNone() || !proxies.has(address)) {
      return new Client(address, secure, null);
    }
    List<Hop> hops =
        written == ProxyHeaders.FORWARDED
            ? elements(request.headers(), FORWARDED).stream().map(Hop::of).toList()
            : hops(request.headers());
    Boolean told = null;
    String host = null;
    for (int i = hops.size() - 1; i >= 0 && proxies.has(address); i--) {
      Hop hop = hops.get(i);
      told = hop.secure() == null ? told : hop.secure();
      host = hop.hostName() == null ? host : hop.hostName();
      InetAddress before = hop.address();
      if (before == null) {
        break;
      }
      address = before;
    }
    return new Client(address, told == null ? secure : told, host);
  }

  /** Scheme and host are often told once, however many proxies there are. */
  private static List<Hop> hops(HttpHeaders headers) {
    List<String> from = elements(headers, "x-forwarded-for");
    List<String> schemes = elements(headers, "x-forwarded-proto");
    List<String> hosts = elements(headers, "x-forwarded-host");
    int most = Math.max(from.size(), Math.max(schemes.size(), hosts.size()));
    List<Hop> hops = new ArrayList<>(most);
    for (int back = most; back > 0; back--) {
      hops.add(new Hop(fromEnd(from, back), fromEnd(schemes, back), fromEnd(hosts, back)));
    }
    return hops;
  }

  private static @Nullable String fromEnd(List<String> values, int back) {
    return back > values.size() ? null : values.get(values.size() - back);
  }

  /** Several headers of one name are one list (RFC 9110 §5.3). */
  private static List<String> elements(HttpHeaders headers, String name) {
    return headers.getAll(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .toList();
  }

  /** Takes off what the pages' server is told in another way. */
  static void clean(HttpHeaders headers) {
    NEVER_HANDED_ON.forEach(headers::remove);
  }
}
