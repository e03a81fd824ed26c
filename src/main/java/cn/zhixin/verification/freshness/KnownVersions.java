package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.VerificationCode;

/**
 * A node's map of certificates whose state ever changed to their current version. Few ever do; what
 * is not in the map has version 1. Takes 16 to 48 bytes for each certificate.
 *
 * <p>Written by one thread, read by all.
 */
final class KnownVersions {
  static final int UNCHANGED = 1;

  private static final int FIRST_SLOTS = 1 << 10;

  private volatile VersionTable table = new VersionTable(FIRST_SLOTS);

  int of(VerificationCode code) {
    return Math.max(UNCHANGED, table.version(code.value()));
  }

  /** Versions only rise: an entry that comes twice or late changes nothing. */
  void learn(VerificationCode code, int version) {
    if (version <= UNCHANGED) {
      return;
    }
    if (table.isCrowded()) {
      table = table.doubled();
    }
    table.raise(code.value(), version);
  }

  int size() {
    return table.size();
  }
}
