package cn.zhixin;

import java.io.IOException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads whether a database that others migrate has all that this program needs, or more. */
final class SchemaCheck {
  private static final String MIGRATIONS = "classpath:db/migration/V*__*.sql";
  private static final String HISTORY = "flyway_schema_history";

  private final JdbcClient jdbc;
  private final Environment environment;

  SchemaCheck(DataSource database, Environment environment) {
    this.jdbc = JdbcClient.create(database);
    this.environment = environment;
  }

  /**
   * @throws StartChecks.CannotStart if the database lets nobody in, or a migration that this
   *     program brings was not made there yet
   */
  void require() throws IOException {
    int needed = newest();
    int found = found();
    if (found < needed) {
      throw new StartChecks.CannotStart(
          String.format(
              "数据库结构为第 %d 版，本程序需要第 %d 版；请先启动 office 节点，由它升级 /"
                  + " the database's schema is of version %d, this program needs %d:"
                  + " start an office node first, which migrates it",
              found, needed, found, needed));
    }
  }

  private static int newest() throws IOException {
    Resource[] files = new PathMatchingResourcePatternResolver().getResources(MIGRATIONS);
    return Arrays.stream(files)
        .map(file -> String.valueOf(file.getFilename()))
        .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
        .max()
        .orElseThrow(() -> new IllegalStateException("the class path lacks " + MIGRATIONS));
  }

  private int found() {
    return isMigrated()
        ? jdbc.sql("select coalesce(max(version::integer), 0) from " + HISTORY + " where success")
            .query(Integer.class)
            .single()
        : 0;
  }

  private boolean isMigrated() {
    try {
      return jdbc.sql("select to_regclass(?) is not null")
          .param(HISTORY)
          .query(Boolean.class)
          .single();
    } catch (DataAccessException e) {
      throw DatabaseFault.of(e, environment);
    }
  }
}
