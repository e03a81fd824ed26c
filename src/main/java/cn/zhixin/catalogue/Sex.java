package cn.zhixin.catalogue;

public enum Sex {
  MALE("男", "Male"),
  FEMALE("女", "Female");

  private final String chinese;
  private final String english;

  Sex(String chinese, String english) {
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
