package cn.zhixin.verification.front;

import cn.zhixin.verification.PublicRole;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When the public port opens, and bounds of what it gives its clients.
 *
 * @param opening before or with the pages
 * @param threads event loops; 0 for one for each processor
 * @param connections at once; beyond that the one that was idle longest makes room
 * @param headTime for a whole request head (and for the TLS handshake), counted from its first byte
 * @param idleTime how long a kept connection may be without a request
 * @param window over which progress is averaged; also the grace before the first judgement
 * @param rate bytes a second that a client must at least send of a body, or take of a response, on
 *     the average of each window
 * @param proxies addresses and networks of the proxies that are believed when they name a client
 * @param proxyHeaders in which they do
 */
@PublicRole
@ConfigurationProperties("zhixin.front")
public record FrontProperties(
    @DefaultValue("auto") Opening opening,
    @DefaultValue("0") int threads,
    @DefaultValue("10000") int connections,
    @DefaultValue("10s") Duration headTime,
    @DefaultValue("45s") Duration idleTime,
    @DefaultValue("10s") Duration window,
    @DefaultValue("1KB") DataSize rate,
    @DefaultValue List<String> proxies,
    @DefaultValue("x-forwarded") ProxyHeaders proxyHeaders) {
  public FrontProperties {
    proxies = List.copyOf(proxies);
    if (threads < 0 || connections < 1 || rate.toBytes() < 0) {
      throw new IllegalArgumentException(
          "zhixin.front 的 threads 和 rate 不能为负，connections 至少为 1 /"
              + " zhixin.front: no negative threads or rate, and at least one of connections");
    }
    if (!positive(headTime) || !positive(idleTime) || !positive(window)) {
      throw new IllegalArgumentException(
          "zhixin.front 的 head-time、idle-time、window 须大于零 /"
              + " zhixin.front: head-time, idle-time and window are longer than nothing");
    }
  }

  private static boolean positive(Duration time) {
    return !time.isNegative() && !time.isZero();
  }
}
