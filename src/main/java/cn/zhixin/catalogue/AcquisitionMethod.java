package cn.zhixin.catalogue;

/** Ways to a title 取得方式. */
public enum AcquisitionMethod {
  REVIEW("评审", "Review"),
  EXAM("考试", "Examination"),
  RECOGNITION("认定", "Recognition"),
  CONFIRMATION("确认", "Confirmation");

  private final String chinese;
  private final String english;

  AcquisitionMethod(String chinese, String english) {
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
