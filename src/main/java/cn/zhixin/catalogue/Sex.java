package cn.zhixin.catalogue;

import java.util.Locale;
import java.util.Optional;

/** Sex as identity documents state it. */
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

  /** By what rosters write: 男, 男性, M, male and the like. */
  public static Optional<Sex> named(String name) {
    return switch (CatalogueName.fold(name).toLowerCase(Locale.ROOT)) {
      case "男", "男性", "m", "male" -> Optional.of(MALE);
      case "女", "女性", "f", "female" -> Optional.of(FEMALE);
      default -> Optional.empty();
    };
  }
}
