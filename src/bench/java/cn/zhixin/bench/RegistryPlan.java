package cn.zhixin.bench;

import cn.zhixin.certificate.VerificationCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How PostgreSQL comes to the rows of an answer, for the very statement that the service sent.
 *
 * @param scans what is scanned, and how
 * @param hits pages found in PostgreSQL's memory for one answer, a mean
 * @param reads pages asked of the operating system for one answer, a mean
 * @param millis of execution on the server, a mean
 */
record RegistryPlan(List<String> scans, double hits, double reads, double millis) {
  private static final int SAMPLE = 500;
  private static final Pattern SCAN = Pattern.compile("(\\w+(?: Only)? Scan[\\w ]* on \\w+)");
  private static final Pattern BUFFERS =
      Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
  private static final Pattern MILLIS = Pattern.compile("Execution Time: ([0-9.]+) ms");

  /** While a node that has answered is still connected. */
  static RegistryPlan of(DataSource database, List<VerificationCode> codes) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("prepare answer (text) as " + lastSent(database));
      TreeSet<String> scans = new TreeSet<>();
      double hits = 0;
      double reads = 0;
      double millis = 0;
      for (int i = 0; i < SAMPLE; i++) {
        String plan = explain(statement, codes.get((int) ((long) i * codes.size() / SAMPLE)));
        SCAN.matcher(plan).results().map(found -> found.group(1)).forEach(scans::add);
        Matcher top = BUFFERS.matcher(plan);
        if (top.find()) {
          hits += number(top.group(1));
          reads += number(top.group(2));
        }
        Matcher time = MILLIS.matcher(plan);
        millis += time.find() ? number(time.group(1)) : 0;
      }
      return new RegistryPlan(List.copyOf(scans), hits / SAMPLE, reads / SAMPLE, millis / SAMPLE);
    }
  }

  private static String lastSent(DataSource database) {
    return JdbcClient.create(database)
        .sql(
            """
            select query from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()
               and query like '%from certificate c%where c.code = $1%' limit 1
            """)
        .query(String.class)
        .single();
  }

  private static String explain(Statement statement, VerificationCode code) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "explain (analyze, buffers, timing off) execute answer ('" + code.value() + "')")) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return String.join("\n", lines);
  }

  private static double number(@Nullable String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scans", scans);
    json.put("pages_hit", Spread.rounded(hits));
    json.put("pages_read", Spread.rounded(reads));
    json.put("millis_on_the_server", Spread.rounded(millis));
    return json;
  }
}
