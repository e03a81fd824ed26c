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
      Pattern.compile("(?i)https?://([^/#?\\s]{1,255})(?:/v/([^/#?\\s]{1,40}))?(?:[/#?].*)?");

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

  CarriedCode read(String symbol) {
    Matcher address = ADDRESS.matcher(symbol.strip());
    if (!address.matches()) {
      return new CarriedCode.Nothing();
    }
    String host = address.group(1).toLowerCase(Locale.ROOT);
    if (!hosts.contains(host)) {
      return HOST.matcher(host).matches()
          ? new CarriedCode.Elsewhere(host)
          : new CarriedCode.Nothing();
    }
    String code = address.group(2);
    return code != null && VerificationCode.parse(code) instanceof CodeReading.Read read
        ? new CarriedCode.Ours(read.code())
        : new CarriedCode.Nothing();
  }
}
