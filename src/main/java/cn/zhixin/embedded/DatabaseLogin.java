package cn.zhixin.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Who we are on the embedded PostgreSQL: its only role, which owns the database. */
record DatabaseLogin(String password) {
  static final String USER = "zhixin";
  static final String DATABASE = "zhixin";
  private static final String CONNECT_SECONDS = "5";

  /** Errors come without details: those of a refused row would quote its values. */
  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?logServerErrorDetail=false";
  }

  /**
   * Whether the server on this port answers us and keeps its data in that folder. If so, the
   * database is there too: each sign-in takes a tenth of a second in a process that just began.
   */
  boolean opens(int port, Path data) {
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement()) {
      boolean ours;
      try (ResultSet row = statement.executeQuery("show data_directory")) {
        ours = row.next() && Path.of(row.getString(1)).equals(data);
      }
      if (ours) {
        ensureDatabase(statement);
      }
      return ours;
    } catch (SQLException notOurs) {
      return false;
    }
  }

  /** Creates the database. */
  void ensureDatabase(int port) {
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement()) {
      ensureDatabase(statement);
    } catch (SQLException e) {
      throw notCreated(e);
    }
  }

  /** It is missing if the first start was cut short before it. */
  private static void ensureDatabase(Statement statement) {
    String query = "select 1 from pg_database where datname = '" + DATABASE + "'";
    try {
      boolean exists;
      try (ResultSet row = statement.executeQuery(query)) {
        exists = row.next();
      }
      if (!exists) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException e) {
      throw notCreated(e);
    }
  }

  private static EmbeddedServerUnavailable notCreated(SQLException e) {
    return new EmbeddedServerUnavailable("Cannot create the database: " + e.getMessage(), e);
  }

  private Connection connect(int port) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("loginTimeout", CONNECT_SECONDS);
    properties.setProperty("socketTimeout", CONNECT_SECONDS);
    return DriverManager.getConnection(url(port, "postgres"), properties);
  }

  @Override
  public String toString() {
    return USER;
  }
}
