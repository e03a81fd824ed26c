package cn.zhixin.ledger.following;

/**
 * That the ledger could not be read, now.
 *
 * @param detail what failed, with its address; empty if there is no more to say
 */
public record CannotTell(Gap gap, String detail) implements NotConfirmed {
  /** What was missing. */
  public enum Gap {
    UNREACHABLE("账本暂时读不到。", "The ledger cannot be read now."),
    NO_CHECKPOINT("此处没有检查点。", "There is no checkpoint here.");

    private final String chinese;
    private final String english;

    Gap(String chinese, String english) {
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
}
