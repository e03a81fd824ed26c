package cn.zhixin.catalogue;

import java.util.Optional;

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

  /** By what rosters write. */
  public static Optional<AcquisitionMethod> named(String name) {
    return switch (CatalogueName.fold(name)) {
      case "评审", "评审通过", "职称评审", "考评结合" -> Optional.of(REVIEW);
      case "考试", "以考代评", "考试取得", "全国统一考试" -> Optional.of(EXAM);
      case "认定", "初次认定", "考核认定" -> Optional.of(RECOGNITION);
      case "确认", "职称确认" -> Optional.of(CONFIRMATION);
      default -> Optional.empty();
    };
  }
}
