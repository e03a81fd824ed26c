package cn.zhixin.ledger.cli;

import cn.zhixin.ledger.following.LedgerSource;
import java.nio.file.Path;

/**
 * Names a state file after where the ledger is read. Not after the origin that a checkpoint claims:
 * that is known only once its signature is, by the key in the state file.
 */
final class StateNames {
  private static final String ENDING = ".ledger-state";

  private StateNames() {}

  /**
   * For {@code https://zc.example.cn/ledger/} it is {@code zc.example.cn_ledger.ledger-state}; for
   * a folder its last name counts.
   */
  static Path of(String place) {
    String name;
    if (LedgerSource.isAddress(place)) {
      name = place.substring(place.indexOf("//") + 2);
    } else {
      Path last = Path.of(place).toAbsolutePath().normalize().getFileName();
      name = last == null ? "" : last.toString();
    }
    String plain = name.replaceAll("/+$", "").replaceAll("[^\\p{L}\\p{N}.-]", "_");
    return Path.of((plain.isEmpty() ? "ledger" : plain) + ENDING);
  }
}
