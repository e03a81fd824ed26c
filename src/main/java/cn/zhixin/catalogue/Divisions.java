package cn.zhixin.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names of administrative divisions by code (GB/T 2260), former ones included. */
public final class Divisions {
  private final Map<String, Division> byCode;

  private Divisions(Map<String, Division> byCode) {
    this.byCode = Map.copyOf(byCode);
  }

  static Divisions of(CatalogueTable table) throws MalformedCatalogue {
    Map<String, Division> divisions = new HashMap<>();
    for (CatalogueLine line : table.lines()) {
      String code = line.text("code", "\\d{6}", "六位数字", "six digits");
      boolean former =
          line.text("state", "current|former", " current 或 former", "current or former")
              .equals("former");
      if (divisions.put(code, new Division(code, line.text("name"), former)) != null) {
        throw line.twice(code);
      }
    }
    return new Divisions(divisions);
  }

  /** The division itself; empty if its code is not in the file, which need not mean it is wrong. */
  public Optional<Division> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The province of a division, by the first two digits. */
  public Optional<Division> province(String code) {
    return code.length() < 2 ? Optional.empty() : find(code.substring(0, 2) + "0000");
  }
}
