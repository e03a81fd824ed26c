package cn.zhixin.verification;

/**
 * One thing said in both languages.
 *
 * @param english the Chinese where no translation exists
 */
public record Wording(String chinese, String english) {
  public String in(Language language) {
    return language == Language.ENGLISH ? english : chinese;
  }
}
