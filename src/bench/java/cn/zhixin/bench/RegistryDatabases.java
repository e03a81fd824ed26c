package cn.zhixin.bench;

import cn.zhixin.embedded.EmbeddedServers;
import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * A PostgreSQL of the benchmark's own, with a database for each size and the memory that
 * src/docs/deployment.md tells an operator to give it. Nothing it holds survives a crash, and the
 * folder is left to be deleted with the benchmark's other files.
 */
final class RegistryDatabases implements AutoCloseable {
  /** Planner and executor are those of the service; only loading is made cheaper. */
  private static final List<String> SETTINGS =
      List.of(
          "fsync = off",
          "full_page_writes = off",
          "synchronous_commit = off",
          "wal_level = minimal",
          "max_wal_senders = 0",
          "max_wal_size = '8GB'",
          "maintenance_work_mem = '1GB'",
          "shared_buffers = '" + quarterOfTheMachine() + "MB'",
          // a statement is seen whole
          "track_activity_query_size = '8kB'");

  private final EmbeddedServers servers;
  private final Path folder;

  private RegistryDatabases(EmbeddedServers servers, Path folder) {
    this.servers = servers;
    this.folder = folder;
  }

  static RegistryDatabases in(Path folder) throws SQLException, IOException {
    try (EmbeddedServers first = EmbeddedServers.open(folder, false);
        RegistryDatabases untuned = new RegistryDatabases(first, folder)) {
      for (String setting : SETTINGS) {
        untuned.administer("alter system set " + setting);
      }
    }
    // some of them count from a start only
    return new RegistryDatabases(EmbeddedServers.open(folder, false), folder);
  }

  /** An empty registry, with the schema of the service. */
  void create(String name) throws SQLException {
    administer("drop database if exists " + name + " with (force)");
    administer("create database " + name);
    try (HikariDataSource pool = pool(name)) {
      Flyway.configure().dataSource(pool).load().migrate();
    }
  }

  HikariDataSource pool(String name) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url(name));
    config.setUsername(servers.user());
    config.setPassword(servers.password());
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private static long quarterOfTheMachine() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
        / 4
        / (1 << 20);
  }

  /** What the figures depend on: its memory, and whether that is in huge pages. */
  Map<String, Object> memory() throws SQLException {
    Map<String, Object> memory = new LinkedHashMap<>();
    for (String setting : List.of("shared_buffers", "huge_pages_status")) {
      memory.put(setting, asked("show " + setting));
    }
    return memory;
  }

  /** As the service is told of its database. */
  List<String> properties(String name) {
    return List.of(
        "--zhixin.database.url=" + url(name),
        "--zhixin.database.user=" + servers.user(),
        "--zhixin.database.password=" + servers.password());
  }

  ProcessHandle postmaster() throws IOException {
    return CpuTimes.postmaster(folder);
  }

  private String url(String name) {
    return servers.jdbcUrl().replaceFirst("/zhixin\\b", "/" + name);
  }

  private void administer(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String asked(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(servers.jdbcUrl(), servers.user(), servers.password());
  }

  @Override
  public void close() {
    servers.close();
  }
}
