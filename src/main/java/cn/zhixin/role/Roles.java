package cn.zhixin.role;

import java.util.ArrayList;
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

  /** From the settings of this start, where a file may have them as a list, one below the other. */
  public static Roles of(PropertyResolver settings) {
    String written = settings.getProperty(SETTING);
    if (written != null) {
      return new Roles(written);
    }
    List<String> listed = new ArrayList<>();
    String each = settings.getProperty(SETTING + "[0]");
    while (each != null) {
      listed.add(each);
      each = settings.getProperty(SETTING + "[" + listed.size() + "]");
    }
    return new Roles(
        listed.isEmpty()
            ? Role.OFFICE.word() + "," + Role.PUBLIC.word()
            : String.join(",", listed));
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
