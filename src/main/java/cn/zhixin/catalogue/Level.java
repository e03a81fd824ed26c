package cn.zhixin.catalogue;

/**
 * Levels of a title 级别, highest first. The code is the digit that registers and credentials use.
 */
public enum Level {
  SENIOR(1, "正高级", "Senior"),
  ASSOCIATE_SENIOR(2, "副高级", "Associate senior"),
  MIDDLE(3, "中级", "Intermediate"),
  ASSISTANT(4, "助理级", "Assistant"),
  TECHNICIAN(5, "员级", "Technician");

  private final int code;
  private final String chinese;
  private final String english;

  Level(int code, String chinese, String english) {
    this.code = code;
    this.chinese = chinese;
    this.english = english;
  }

  public int code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
