package cn.zhixin.catalogue;

import java.util.EnumSet;
import java.util.Set;

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

  /** The levels that a label of rosters may mean: two for 初级 and 高级, none for an unknown one. */
  public static Set<Level> labelled(String label) {
    return switch (CatalogueName.fold(label)) {
      case "正高级", "正高" -> EnumSet.of(SENIOR);
      case "副高级", "副高" -> EnumSet.of(ASSOCIATE_SENIOR);
      case "高级" -> EnumSet.of(SENIOR, ASSOCIATE_SENIOR);
      case "中级" -> EnumSet.of(MIDDLE);
      case "助理级", "初级(助理级)", "助师级" -> EnumSet.of(ASSISTANT);
      case "员级", "初级(员级)" -> EnumSet.of(TECHNICIAN);
      case "初级" -> EnumSet.of(ASSISTANT, TECHNICIAN);
      default -> EnumSet.noneOf(Level.class);
    };
  }
}
