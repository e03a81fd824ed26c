package cn.zhixin.verification.lookup;

import java.util.Locale;

/** What a solution of a challenge is worth. */
enum Proof {
  ACCEPTED,
  /** Not a solution of a challenge of ours. */
  WRONG,
  /** Solved too late. */
  EXPIRED,
  /** Served before. */
  USED;

  /** Key of its sentence. */
  String key() {
    return "lookup.proof." + name().toLowerCase(Locale.ROOT);
  }
}
