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

  /** Whether the server on this port answers us and keeps its data in that folder. */
  boolean opens(int port, Path data) {
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      return row.next() && Path.of(row.getString(1)).equals(data);
    } catch (SQLException notOurs) {
      return false;
    }
  }

  /** Creates the database if the first start was cut short before it. */
  void ensureDatabase(int port) {
    try (Connection connection = connect(port);
        Statement statement = connection.createStatement()) {
      String query = "select 1 from pg_database where datname = '" + DATABASE + "'";
      boolean exists;
      try (ResultSet row = statement.executeQuery(query)) {
        exists = row.next();
      }
      if (!exists) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException e) {
      throw new EmbeddedServerUnavailable("Cannot create the database: " + e.getMessage(), e);
    }
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
