package cn.zhixin.verification.panel;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.door.GroupSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser keeps once a holder has signed in with it: a mark for each certificate, {@code
 * <random>.<second at which it ends>.<MAC>}, several with {@code ~} between them. The MAC is over
 * the certificate's code too, so that a mark is of one certificate and yet tells no code. It lets
 * nobody in; it only counts failed attempts apart. Safe for all threads.
 */
public final class BrowserMarks {
  /** For so long a mark is one. */
  public static final Duration KEPT = Duration.ofDays(180);

  /** Certificates of one browser; the one not used for longest gives way. */
  static final int MOST = 5;

  private static final int RANDOM_BYTES = 16;
  private static final Pattern MARK =
      Pattern.compile("([0-9a-f]{32})\\.([0-9]{1,12})\\.([0-9a-f]{64})");
  private static final int LONGEST = MOST * 112;

  private final GroupSecret secret;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  BrowserMarks(GroupSecret secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * The random part of the certificate's mark, if there is one that we made and that has not ended.
   *
   * @param kept as the browser sends it
   */
  Optional<String> find(String kept, VerificationCode code) {
    return marks(kept).stream()
        .filter(mark -> isOf(code, mark))
        .map(mark -> mark.substring(0, RANDOM_BYTES * 2))
        .findFirst();
  }

  /** What the browser is to keep from now on: a new mark first, the others behind it. */
  public String with(String kept, VerificationCode code) {
    byte[] fresh = new byte[RANDOM_BYTES];
    random.nextBytes(fresh);
    String begin =
        HexFormat.of().formatHex(fresh) + "." + clock.instant().plus(KEPT).getEpochSecond();
    List<String> all = new ArrayList<>(List.of(begin + "." + mac(code, begin)));
    marks(kept).stream().filter(mark -> !isOf(code, mark)).limit(MOST - 1).forEach(all::add);
    return String.join("~", all);
  }

  /** Those that look like marks, whoever made them. */
  private static List<String> marks(String kept) {
    return kept.length() > LONGEST
        ? List.of()
        : Pattern.compile("~")
            .splitAsStream(kept)
            .filter(each -> MARK.matcher(each).matches())
            .toList();
  }

  private boolean isOf(VerificationCode code, String mark) {
    Matcher parts = MARK.matcher(mark);
    return parts.matches()
        && MessageDigest.isEqual(
            bytes(mac(code, parts.group(1) + "." + parts.group(2))), bytes(parts.group(3)))
        && clock.instant().getEpochSecond() < Long.parseLong(parts.group(2));
  }

  private String mac(VerificationCode code, String begin) {
    return secret.derive("holder-browser", code.value() + "\n" + begin).toHex();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
