package cn.zhixin.verification.front;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Whose address counts for a request: the other end's, or what a proxy in front of us says of it,
 * if such headers are believed ({@code server.forward-headers-strategy}). Of several addresses the
 * last one counts: the proxy wrote it, the others may be the client's invention.
 */
final class Clients {
  private static final List<String> FORWARDED =
      List.of(
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-proto",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-prefix",
          "x-forwarded-ssl");

  private final boolean headersAreBelieved;

  Clients(boolean headersAreBelieved) {
    this.headersAreBelieved = headersAreBelieved;
  }

  InetAddress address(HttpRequest request, InetSocketAddress peer) {
    if (headersAreBelieved) {
      List<String> values = request.headers().getAll("x-forwarded-for");
      if (!values.isEmpty()) {
        String value = values.get(values.size() - 1);
        byte[] address =
            NetUtil.createByteArrayFromIpAddressString(
                value.substring(value.lastIndexOf(',') + 1).strip());
        if (address != null) {
          return of(address);
        }
      }
    }
    return peer.getAddress();
  }

  private static InetAddress of(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  /** Takes off what nobody may believe. */
  void clean(HttpHeaders headers) {
    if (!headersAreBelieved) {
      FORWARDED.forEach(headers::remove);
    }
  }
}
