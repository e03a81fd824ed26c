package cn.zhixin.encoding;

/** The sentence, in both languages, that refuses what somebody wrote. */
public final class WrongValue {
  private WrongValue() {}

  /**
   * Of a setting or a column, by its name.
   *
   * @param chinese what it is to be, such as {@code 应为 1 到 16}
   * @param english the same, such as {@code is 1 to 16}
   * @param written as it may be shown: without what is secret
   */
  public static String of(String name, String chinese, String english, Object written) {
    return of(name + " " + chinese, name + " " + english, written);
  }

  /** Of anything that is written in a certain way. */
  public static String of(String chinese, String english, Object written) {
    return chinese
        + "，现在是“"
        + written
        + "”；请改正 / "
        + english
        + ", not “"
        + written
        + "”: correct it";
  }
}
