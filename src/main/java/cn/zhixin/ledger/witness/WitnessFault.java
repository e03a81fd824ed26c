package cn.zhixin.ledger.witness;

/** Why there is no cosignature of a witness. */
public enum WitnessFault {
  UNREACHABLE("无法连接见证人。", "The witness cannot be reached."),
  TOO_LATE("见证人未在时限内答复。", "The witness did not answer in time."),
  /** C2SP tlog-witness: status 404. */
  LOG_UNKNOWN("见证人不认识本账本。", "The witness does not know this ledger."),
  /** Status 403. */
  LOG_KEY_NOT_TRUSTED("见证人不信任本账本的签名密钥。", "The witness does not trust this ledger's key."),
  /** Status 409 with a size beyond ours: the log was rolled back. */
  WITNESS_IS_AHEAD(
      "见证人已见过更大的账本：账本可能被回退。", "The witness has seen a larger ledger: was ours rolled back?"),
  /** Status 409 for equal sizes: the log forked. */
  OTHER_ROOT("见证人在同一大小上见过不同的根：账本已分叉。", "The witness has seen another root of this size: a fork."),
  /** Status 422: the log forked, or its tiles are damaged. */
  NOT_CONSISTENT("见证人不认可一致性证明：账本已分叉或损坏。", "The witness found the proof wrong: a fork or damage."),
  UNEXPECTED_ANSWER("见证人的答复不合规范。", "The witness's answer is not of the protocol."),
  NO_COSIGNATURE("答复中没有所信任密钥的见证签名。", "The answer has no cosignature of the trusted key."),
  WRONG_COSIGNATURE("见证签名不符。", "The witness's signature is wrong."),
  TILES_UNREADABLE("无法读取账本以作一致性证明。", "The ledger's tiles could not be read for a proof.");

  private final String chinese;
  private final String english;

  WitnessFault(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  /** Whether the witness has seen a ledger that ours does not continue: no waiting mends it. */
  public boolean isContradiction() {
    return this == WITNESS_IS_AHEAD || this == OTHER_ROOT || this == NOT_CONSISTENT;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
