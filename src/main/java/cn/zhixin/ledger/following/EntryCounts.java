package cn.zhixin.ledger.following;

import cn.zhixin.ledger.LeafKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many entries there are of each kind and issuer.
 *
 * @param byIssuer issuer's number → kind → how many, more than 0
 */
public record EntryCounts(SortedMap<Integer, Map<LeafKind, Long>> byIssuer) {
  public EntryCounts {
    SortedMap<Integer, Map<LeafKind, Long>> copy = new TreeMap<>();
    byIssuer.forEach((issuer, kinds) -> copy.put(issuer, sorted(kinds)));
    byIssuer = Collections.unmodifiableSortedMap(copy);
  }

  private static Map<LeafKind, Long> sorted(Map<LeafKind, Long> kinds) {
    EnumMap<LeafKind, Long> sorted = new EnumMap<>(LeafKind.class);
    sorted.putAll(kinds);
    return Collections.unmodifiableMap(sorted);
  }

  /** Of all issuers together. */
  public Map<LeafKind, Long> byKind() {
    EnumMap<LeafKind, Long> all = new EnumMap<>(LeafKind.class);
    byIssuer
        .values()
        .forEach(kinds -> kinds.forEach((kind, count) -> all.merge(kind, count, Long::sum)));
    return all;
  }

  public long total() {
    return byKind().values().stream().mapToLong(Long::longValue).sum();
  }
}
