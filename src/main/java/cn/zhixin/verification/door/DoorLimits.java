package cn.zhixin.verification.door;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The limits as they are configured, by name. */
public final class DoorLimits {
  private final Map<PathGroup, List<Limit>> byGroup = new EnumMap<>(PathGroup.class);
  private final List<Limit> lookups;
  private final List<Limit> apiKey;
  private final AddressLimiter answersLimiter;
  private final AddressLimiter pagesLimiter;

  /**
   * @param told of refusals of answers and pages
   * @throws UnknownHostException if an exempt address is none
   */
  DoorLimits(LimitsProperties properties, Consumer<Decision.Refused> told)
      throws UnknownHostException {
    byGroup.put(PathGroup.ANSWERS, Limit.all("answers", properties.answers()));
    byGroup.put(PathGroup.PAGES, Limit.all("pages", properties.pages()));
    byGroup.put(PathGroup.HOLDER_MATCH, Limit.all("holder-match", properties.holderMatch()));
    byGroup.put(PathGroup.FILES, Limit.all("files", properties.files()));
    byGroup.put(PathGroup.BULK, Limit.all("bulk", properties.bulk()));
    byGroup.put(PathGroup.SIGN_IN, Limit.all("sign-in", properties.signIn()));
    lookups = Limit.all("lookups", properties.lookups());
    apiKey = Limit.all("api-key", properties.apiKey());
    Set<InetAddress> exempt = new LinkedHashSet<>();
    for (String each : properties.exempt()) {
      exempt.add(InetAddress.getByName(each));
    }
    answersLimiter = new AddressLimiter(of(PathGroup.ANSWERS), exempt, System::nanoTime, told);
    pagesLimiter = new AddressLimiter(of(PathGroup.PAGES), exempt, System::nanoTime, told);
  }

  List<Limit> of(PathGroup group) {
    return byGroup.getOrDefault(group, List.of());
  }

  /** Not by path: a look-up is counted once it is known to be one. */
  List<Limit> lookups() {
    return lookups;
  }

  List<Limit> apiKey() {
    return apiKey;
  }

  /** For whoever answers {@code /v/…} and {@code /api/v1/certificates/…} without a servlet. */
  public AddressLimiter answersLimiter() {
    return answersLimiter;
  }

  AddressLimiter pagesLimiter() {
    return pagesLimiter;
  }
}
