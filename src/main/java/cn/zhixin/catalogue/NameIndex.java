package cn.zhixin.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds entries by any of their names; filled while files are read, then only asked. */
final class NameIndex<T> {
  private final Map<String, T> entries = new HashMap<>();

  /**
   * Adds all names of an entry.
   *
   * @param scope within which a name means one thing
   */
  void addAll(String scope, String name, List<String> aliases, T entry, CatalogueLine line)
      throws MalformedCatalogue {
    add(scope, name, entry, line);
    for (String alias : aliases) {
      add(scope, alias, entry, line);
    }
  }

  void add(String scope, String name, T entry, CatalogueLine line) throws MalformedCatalogue {
    T other = entries.putIfAbsent(key(scope, name), entry);
    if (other != null && !other.equals(entry)) {
      throw line.malformed(
          String.format("“%s”已是另一条目的名称或别名；请改名", name),
          String.format("“%s” already names another entry: choose another name", name));
    }
  }

  Optional<T> find(String scope, String name) {
    return Optional.ofNullable(entries.get(key(scope, name)));
  }

  private static String key(String scope, String name) {
    return scope + '\n' + CatalogueName.fold(name);
  }
}
