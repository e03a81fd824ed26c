package cn.zhixin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys and indexes of tables that are to be loaded: taken away before, back and checked after. */
final class KeysSetAside {
  private final JdbcClient jdbc;

  /** The statements that bring them back, in their order. */
  private final List<String> statements;

  private record Key(String table, String name, String definition) {
    String dropped() {
      return "alter table " + table + " drop constraint " + name;
    }

    String added() {
      return "alter table " + table + " add constraint " + name + " " + definition;
    }
  }

  private KeysSetAside(JdbcClient jdbc, List<String> statements) {
    this.jdbc = jdbc;
    this.statements = statements;
  }

  static KeysSetAside of(List<String> tables, JdbcClient jdbc) {
    String among =
        tables.stream()
            .map(table -> "'" + table + "'::regclass")
            .collect(Collectors.joining(", ", "(", ")"));
    List<Key> keys = keys(among, jdbc);
    for (int i = keys.size() - 1; i >= 0; i--) {
      jdbc.sql(keys.get(i).dropped()).update();
    }
    List<String> statements = new ArrayList<>(dropIndexes(among, jdbc));
    keys.forEach(key -> statements.add(key.added()));
    return new KeysSetAside(jdbc, statements);
  }

  void putBack() {
    for (String statement : statements) {
      jdbc.sql(statement).update();
    }
  }

  /** Foreign keys last. */
  private static List<Key> keys(String among, JdbcClient jdbc) {
    return jdbc.sql(
            """
            select conrelid::regclass::text as "table", conname as name,
                   pg_get_constraintdef(oid) as definition
              from pg_constraint where contype in ('f', 'u', 'p') and conrelid in
            """
                + among
                + " order by contype = 'f', conname")
        .query(
            (row, number) ->
                new Key(row.getString("table"), row.getString("name"), row.getString("definition")))
        .list();
  }

  /** Gives their definitions. */
  private static List<String> dropIndexes(String among, JdbcClient jdbc) {
    List<String> definitions = new ArrayList<>();
    jdbc.sql(
            """
            select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
              from pg_index where indrelid in
            """
                + among)
        .query(
            (row, number) -> {
              definitions.add(row.getString("definition"));
              return row.getString("name");
            })
        .list()
        .forEach(index -> jdbc.sql("drop index " + index).update());
    return definitions;
  }
}
