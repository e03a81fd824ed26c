package cn.zhixin.verification.door;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What is limited for each address in this process only, because asking anybody would take longer
 * than answering: cached answers and pages. Each node counts for itself. Safe for all threads.
 */
public final class AddressLimiter {
  private static final Decision UNLIMITED = new Decision.Admitted(List.of());

  private final List<Limit> limits;
  private final List<LocalBuckets<Long>> buckets;
  private final Set<InetAddress> exempt;
  private final Consumer<Decision.Refused> told;

  /**
   * @param limits all of which must admit; none for no limit
   * @param exempt addresses that nothing is counted of
   * @param nanos a monotonic clock
   * @param told of every refusal, for metrics
   */
  public AddressLimiter(
      List<Limit> limits,
      Set<InetAddress> exempt,
      LongSupplier nanos,
      Consumer<Decision.Refused> told) {
    this.told = told;
    this.limits = List.copyOf(limits);
    this.buckets = limits.stream().map(each -> new LocalBuckets<Long>(each, nanos)).toList();
    this.exempt = Set.copyOf(exempt);
  }

  /** Counts one request of that address. */
  public Decision decide(InetAddress address) {
    if (buckets.isEmpty() || exempt.contains(address)) {
      return UNLIMITED;
    }
    Long network = Subject.network(address);
    Decision decision = buckets.size() == 1 ? buckets.get(0).take(network) : takeFromAll(network);
    if (decision instanceof Decision.Refused refused) {
      told.accept(refused);
    }
    return decision;
  }

  private Decision takeFromAll(Long network) {
    Decision all = UNLIMITED;
    for (LocalBuckets<Long> each : buckets) {
      all = all.and(each.take(network));
      if (all instanceof Decision.Refused) {
        return all;
      }
    }
    return all;
  }

  public List<Limit> limits() {
    return limits;
  }
}
