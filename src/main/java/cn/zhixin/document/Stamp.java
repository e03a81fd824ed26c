package cn.zhixin.document;

import java.time.Instant;
import java.util.List;

/**
 * What a stamped copy 加注件 says about itself.
 *
 * @param title of the document, for readers' title bars
 * @param across lines that stand pale across the certificate, each on one line
 * @param below the same in full, dark, under the certificate
 * @param address where the copy is confirmed
 * @param clear texts of the certificate that nothing is drawn over, such as name and title
 * @param at when it was made
 */
public record Stamp(
    String title,
    List<String> across,
    List<String> below,
    QrText address,
    List<String> clear,
    Instant at) {
  public Stamp {
    across = List.copyOf(across);
    below = List.copyOf(below);
    clear = List.copyOf(clear);
    if (across.isEmpty() || below.isEmpty()) {
      throw new IllegalArgumentException("a stamp says something");
    }
  }

  /** Without its texts, which are a holder's. */
  @Override
  public String toString() {
    return "Stamp";
  }
}
