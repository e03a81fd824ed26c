package cn.zhixin;

import cn.zhixin.embedded.EmbeddedServers;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A fresh database on the build's real PostgreSQL, with the schema of {@code db/migration}: one for
 * each test class, made in {@code @BeforeAll} and closed in {@code @AfterAll}, which drops it.
 */
public final class TestDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 20;

  private final String name;
  private final HikariDataSource pool;

  private TestDatabase(String name, HikariDataSource pool) {
    this.name = name;
    this.pool = pool;
  }

  public static TestDatabase create() {
    EmbeddedServers servers = TestServers.OPEN;
    String name = "test_" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
    administer("create database " + name);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(servers.jdbcUrl().replaceFirst("/zhixin\\b", "/" + name));
    config.setUsername(servers.user());
    config.setPassword(servers.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    HikariDataSource pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).load().migrate();
    return new TestDatabase(name, pool);
  }

  public DataSource dataSource() {
    return pool;
  }

  public String jdbcUrl() {
    return pool.getJdbcUrl();
  }

  public String user() {
    return pool.getUsername();
  }

  public String password() {
    return pool.getPassword();
  }

  /**
   * A copy of it as it is now; nobody may be connected but this pool, whose connections it ends.
   */
  public void backUp() {
    leaveAlone();
    administer("create database " + backup() + " template " + name);
  }

  /** Puts the backup in the place of what it is now. */
  public void putBack() {
    leaveAlone();
    administer("drop database " + name + " with (force)");
    administer("alter database " + backup() + " rename to " + name);
  }

  /** From now on it lets nobody write, as a standby does. */
  public void actAsStandby() {
    administer("alter database " + name + " set default_transaction_read_only = on");
    leaveAlone();
  }

  private void leaveAlone() {
    pool.getHikariPoolMXBean().softEvictConnections();
    administer(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
  }

  private String backup() {
    return name + "_b";
  }

  @Override
  public void close() {
    pool.close();
    administer("drop database " + name + " with (force)");
  }

  private static void administer(String sql) {
    EmbeddedServers servers = TestServers.OPEN;
    try (Connection connection =
            DriverManager.getConnection(servers.jdbcUrl(), servers.user(), servers.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
