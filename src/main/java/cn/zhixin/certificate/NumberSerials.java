package cn.zhixin.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives certificate numbers without gaps: a serial taken by a transaction that is rolled back is
 * given again, and others of the same scope wait for the transaction's end.
 */
final class NumberSerials {
  private final JdbcClient jdbc;
  private final NumberPatterns patterns;

  NumberSerials(JdbcClient jdbc, NumberPatterns patterns) {
    this.jdbc = jdbc;
    this.patterns = patterns;
  }

  /** One number for each result, rising in their order. */
  List<CertificateNumber> next(List<TitleResult> results) {
    TreeMap<String, Long> counts = new TreeMap<>();
    for (TitleResult result : results) {
      counts.merge(patterns.of(result.committee()).scope(result), 1L, Long::sum);
    }
    Map<String, Long> before = take(counts);
    return results.stream()
        .map(
            result -> {
              NumberPattern pattern = patterns.of(result.committee());
              long serial = before.merge(pattern.scope(result), 1L, Long::sum);
              return pattern.number(result, serial);
            })
        .toList();
  }

  /**
   * @param counts in the order of their scopes, in which everybody locks them
   * @return the serial before the first one taken, by scope
   */
  private Map<String, Long> take(TreeMap<String, Long> counts) {
    Map<String, Long> before = new HashMap<>();
    jdbc.sql(
            """
            insert into number_serial as had (scope, last)
            select * from unnest(?::text[], ?::bigint[])
            on conflict (scope) do update set last = had.last + excluded.last
            returning scope, last
            """)
        .param(counts.keySet().toArray(String[]::new))
        .param(counts.values().toArray(Long[]::new))
        .query(
            row -> {
              String scope = row.getString("scope");
              before.put(scope, row.getLong("last") - counts.getOrDefault(scope, 0L));
            });
    return before;
  }
}
