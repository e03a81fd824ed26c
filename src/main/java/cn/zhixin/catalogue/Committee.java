package cn.zhixin.catalogue;

import java.util.Set;

/**
 * A filed review committee 评审委员会.
 *
 * @param number ours, at least 1; stands in the credential
 * @param series codes of the series it reviews
 * @param levels levels it may grant
 */
public record Committee(
    int number, String name, Issuer issuer, Set<String> series, Set<Level> levels) {
  public Committee {
    series = Set.copyOf(series);
    levels = Set.copyOf(levels);
  }
}
