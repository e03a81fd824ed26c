package cn.zhixin.verification.files;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.certificate.VerificationCode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sites whose QR symbols are ours.
 *
 * @param hosts with the port, if one is written; lower case
 */
public record OwnSites(Set<String> hosts) {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)https?://(?<user>[^/\\\\#?\\s]{0,255}@)?(?<host>[^/\\\\@#?\\s]{1,255})"
              + "(?:/v/(?<code>[^/#?\\s]{1,40}))?(?:[/\\\\#?].*)?");

  /** What a host may be made of; anything else is not repeated to anybody. */
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}.:-]{1,255}");

  public OwnSites {
    hosts = Set.copyOf(hosts);
  }

  /**
   * @param address scheme and host of the present site
   * @param former hosts that older symbols lead to
   */
  public static OwnSites of(String address, List<String> former) {
    String host = URI.create(address).getRawAuthority();
    return new OwnSites(
        Stream.concat(Stream.ofNullable(host), former.stream())
            .map(each -> each.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
  }

  /**
   * Reads as browsers do (WHATWG URL): what stands before {@code @} is a user's name, however much
   * it looks like our host, and a backslash ends the host as a slash does. No symbol of ours has a
   * user, so one that has leads elsewhere.
   */
  CarriedCode read(String symbol) {
    Matcher address = ADDRESS.matcher(symbol.strip());
    if (!address.matches()) {
      return new CarriedCode.Nothing();
    }
    String host = address.group("host").toLowerCase(Locale.ROOT);
    if (address.group("user") != null || !hosts.contains(host)) {
      return HOST.matcher(host).matches()
          ? new CarriedCode.Elsewhere(host)
          : new CarriedCode.Nothing();
    }
    String code = address.group("code");
    return code != null && VerificationCode.parse(code) instanceof CodeReading.Read read
        ? new CarriedCode.Ours(read.code())
        : new CarriedCode.Nothing();
  }
}
