package cn.zhixin.catalogue;

/**
 * A professional title 职称, such as 高级工程师.
 *
 * @param code four digits: series and two more; from 51 up it is local, not national
 */
public record Title(String code, String name, String englishName, Series series, Level level) {
  /** Whether the code is ours because the national one is not known. */
  public boolean hasLocalCode() {
    return code.charAt(2) >= '5';
  }
}
