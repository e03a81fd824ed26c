package cn.zhixin.role;

import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.PropertyResolver;

/**
 * The roles of one node, both where none are set.
 *
 * @param written the setting as it was found
 */
public record Roles(String written) {
  private static final String SETTING = "zhixin.roles";

  /** From the settings of this start. */
  public static Roles of(PropertyResolver settings) {
    return new Roles(settings.getProperty(SETTING, Role.OFFICE.word() + "," + Role.PUBLIC.word()));
  }

  public boolean have(Role role) {
    return words().contains(role.word());
  }

  /** Whether nothing else is written: another word would leave a node that does nothing. */
  public boolean areKnown() {
    return words().stream()
        .allMatch(word -> Arrays.stream(Role.values()).anyMatch(role -> role.word().equals(word)));
  }

  private List<String> words() {
    return Arrays.stream(written.split(",", -1)).map(String::strip).toList();
  }
}
