package cn.zhixin.verification.door;

import java.util.List;

/**
 * One limit that is counted on its own.
 *
 * @param name of the policy in headers, metrics and Redis; lower-case letters, digits and hyphens
 */
public record Limit(String name, Allowance allowance) {
  public Limit {
    if (!name.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("not the name of a limit: " + name);
    }
  }

  /** One limit for each allowance, all of which hold at once; none for no allowance. */
  public static List<Limit> all(String name, List<Allowance> allowances) {
    return allowances.stream()
        .map(each -> new Limit(name + "-" + each.per().toSeconds() + "s", each))
        .toList();
  }
}
