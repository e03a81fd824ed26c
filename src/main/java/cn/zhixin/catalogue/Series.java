package cn.zhixin.catalogue;

import java.util.List;

/**
 * One of the 27 title series 职称系列.
 *
 * @param code two digits, the first two of the national title code
 * @param aliases other names that rosters use, such as 工程 for 工程技术
 */
public record Series(String code, String name, String englishName, List<String> aliases) {
  public Series {
    aliases = List.copyOf(aliases);
  }
}
