package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.VerificationCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A node's map of certificates whose state ever changed to their current version. Few ever do; what
 * is not in the map has version 1.
 *
 * <p>Written by one thread, read by all.
 */
final class KnownVersions {
  static final int UNCHANGED = 1;

  private final Map<VerificationCode, Integer> versions = new ConcurrentHashMap<>();

  int of(VerificationCode code) {
    return versions.getOrDefault(code, UNCHANGED);
  }

  /** Versions only rise: an entry that comes twice or late changes nothing. */
  void learn(VerificationCode code, int version) {
    if (version > UNCHANGED) {
      versions.merge(code, version, Math::max);
    }
  }

  int size() {
    return versions.size();
  }
}
