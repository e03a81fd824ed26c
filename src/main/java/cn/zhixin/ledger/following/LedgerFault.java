package cn.zhixin.ledger.following;

/** What a follower raises an alarm for, besides a checkpoint that it may not trust. */
public enum LedgerFault {
  ROLLED_BACK(
      "账本变短：检查点的条数少于上次所见。", "The ledger shrank: its checkpoint is smaller than the last one seen."),
  FORKED(
      "账本分叉：新检查点不是上次所见检查点的延续。",
      "The ledger forked: its checkpoint does not continue the last one seen."),
  TAMPERED_ENTRY(
      "条目被改动：所提供的条目不是检查点所签名的条目。",
      "An entry was altered: what is served is not what the checkpoint was signed over."),
  TAMPERED_TILE(
      "瓦片被改动：所提供的哈希与条目不符。",
      "A tile was altered: the hashes that are served are not those of the entries."),
  /** Neither entries nor tiles lead to the signed root: a fork and tampering look alike. */
  UNFOUNDED(
      "检查点无据：所提供的条目和瓦片都得不出所签名的根哈希。",
      "The checkpoint is unfounded: neither entries nor tiles that are served lead to its root."),
  MALFORMED_ENTRY(
      "条目格式有误，但已被签名收入账本。", "An entry is malformed, and yet it was signed into the ledger."),
  TIME_WENT_BACK("条目的时间早于其前一条。", "An entry's time is before that of the entry before it."),
  TIME_AHEAD(
      "条目的时间比本机时钟晚一小时以上。",
      "An entry's time is more than an hour ahead of the clock of this machine."),
  /** Seen only by who knows which entries are of one certificate. */
  IMPOSSIBLE_EVENTS(
      "这张证书的条目前后矛盾：终结之后又有事项，未经暂停就恢复，或者再次签发。",
      "The entries of this certificate contradict each other: something after its end, a resumption"
          + " without a suspension, or a second issue."),
  MISSING("检查点之下的瓦片或条目缺失。", "A tile or bundle of entries under the signed checkpoint is missing.");

  private final String chinese;
  private final String english;

  LedgerFault(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
