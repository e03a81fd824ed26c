package cn.zhixin;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What other builds leave in a schema's history. */
final class SchemaHistory {
  private SchemaHistory() {}

  static void migratedByANewerBuild(JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into flyway_schema_history
              (installed_rank, version, description, type, script, installed_by, execution_time,
               success)
            values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'office', 1, true)
            """)
        .update();
  }
}
