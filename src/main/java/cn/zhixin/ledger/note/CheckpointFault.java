package cn.zhixin.ledger.note;

/** Why a checkpoint is not trusted. */
public enum CheckpointFault {
  /** C2SP signed-note, tlog-checkpoint. */
  MALFORMED_CHECKPOINT("账本检查点的格式有误。", "The ledger's checkpoint is malformed."),
  OTHER_LEDGER("检查点属于另一账本。", "The checkpoint is of another ledger."),
  NOT_SIGNED_BY_LEDGER("检查点没有所信任账本的签名。", "The trusted ledger did not sign the checkpoint."),
  WRONG_LEDGER_SIGNATURE("检查点的账本签名不符。", "The ledger's signature on the checkpoint is wrong."),
  WRONG_COSIGNATURE("检查点的见证签名不符。", "A witness's signature on the checkpoint is wrong."),
  TOO_FEW_WITNESSES("检查点的见证签名不足。", "Too few witnesses signed the checkpoint.");

  private final String chinese;
  private final String english;

  CheckpointFault(String chinese, String english) {
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
