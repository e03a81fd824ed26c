package cn.zhixin.encoding;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that someone probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate that the fewest insertions, deletions and replacements lead to, if that is at
   * most a third of its length and no other candidate is as near.
   */
  public static Optional<String> of(String typed, Collection<String> candidates) {
    String best = null;
    int fewest = Integer.MAX_VALUE;
    boolean alone = false;
    for (String candidate : candidates) {
      int most = Math.max(1, candidate.length() / 3);
      if (Math.abs(candidate.length() - typed.length()) > most || candidate.equals(best)) {
        continue;
      }
      int changes = changes(typed, candidate);
      if (changes <= most && changes <= fewest) {
        alone = changes < fewest;
        fewest = changes;
        best = candidate;
      }
    }
    return alone ? Optional.ofNullable(best) : Optional.empty();
  }

  /** Levenshtein distance in UTF-16 units. */
  private static int changes(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
