package cn.zhixin.verification.front;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** The proxies in front of us whose word about a request's client is taken. */
final class Proxies {
  private static final int BITS_OF_A_BYTE = 8;

  private final List<IpSubnetFilterRule> networks;

  /**
   * @param networks addresses ({@code 10.1.2.3}, {@code 2001:db8::1}) and networks ({@code
   *     10.0.0.0/8}); names are none, since looking them up may lie
   * @throws IllegalArgumentException naming the one that is neither
   */
  Proxies(List<String> networks) {
    this.networks = networks.stream().map(Proxies::network).toList();
  }

  private static IpSubnetFilterRule network(String written) {
    int slash = written.indexOf('/');
    String address = slash < 0 ? written : written.substring(0, slash);
    byte[] bytes =
        address.indexOf('%') < 0 ? NetUtil.createByteArrayFromIpAddressString(address) : null;
    if (bytes == null) {
      throw new IllegalArgumentException(
          String.format(
              "zhixin.front.proxies 中的“%s”既不是地址也不是网段；请改正，如 10.1.2.3 或 10.0.0.0/8 /"
                  + " zhixin.front.proxies: “%s” is neither an address nor a network: correct it, such"
                  + " as 10.1.2.3 or 10.0.0.0/8",
              written, written));
    }
    int most = bytes.length * BITS_OF_A_BYTE;
    try {
      int bits = slash < 0 ? most : Integer.parseInt(written.substring(slash + 1));
      if (bits >= 0 && bits <= most) {
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        String.format(
            "zhixin.front.proxies 中的“%s”，斜线后应为 0 到 %d；请改正 /"
                + " zhixin.front.proxies: after the slash of “%s” stands a length from 0 to %d:"
                + " correct it",
            written, most, written, most));
  }

  boolean isNone() {
    return networks.isEmpty();
  }

  boolean has(InetAddress address) {
    InetSocketAddress asked = new InetSocketAddress(address, 0);
    for (IpSubnetFilterRule network : networks) {
      if (network.matches(asked)) {
        return true;
      }
    }
    return false;
  }
}
