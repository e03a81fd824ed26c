package cn.zhixin.verification.door;

import cn.zhixin.encoding.WrongValue;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many requests in a time, as a bucket that holds that many and refills evenly: all may come at
 * once, then one after each {@code per / requests}.
 *
 * @param requests at least 1
 * @param per from a second to 366 days
 */
public record Allowance(int requests, Duration per) {
  private static final Duration LONGEST = Duration.ofDays(366);

  public Allowance {
    if (requests < 1) {
      throw new IllegalArgumentException(
          WrongValue.of("限额至少为 1 次", "a limit allows at least one request", requests));
    }
    if (per.compareTo(Duration.ofSeconds(1)) < 0 || per.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          WrongValue.of("限额的时段应为 1 秒到 366 天", "a limit is for a second to 366 days", per));
    }
  }

  /** Reads {@code 60/1m}: 60 requests a minute. */
  public static Allowance valueOf(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw refusal(text);
    }
    int requests;
    Duration per;
    try {
      requests = Integer.parseInt(text.substring(0, slash).strip());
      per = DurationStyle.detectAndParse(text.substring(slash + 1).strip());
    } catch (IllegalArgumentException e) {
      throw refusal(text);
    }
    return new Allowance(requests, per);
  }

  private static IllegalArgumentException refusal(String written) {
    return new IllegalArgumentException(
        WrongValue.of("限额写成“次数/时段”，如 60/1m", "a limit is written like 60/1m", written));
  }

  /** Between two requests of somebody who has used all up. */
  long nanosBetween() {
    return per.toNanos() / requests;
  }
}
