package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.Program;
import cn.zhixin.embedded.EmbeddedServers;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of a batch, again and again: nothing lost, nothing twice. */
class IssueKilledIntegrationTests {
  private static final int PEOPLE = 240;
  private static final int KILLS = Integer.getInteger("zhixin.kills", 5);

  @TempDir private Path folder = Path.of("");

  @Test
  void finishesABatchThatWasKilledAgainAndAgainWithNothingLostOrTwice() throws Exception {
    Random random = new Random(20261123);
    Path home = folder.resolve("home");
    Program program = new Program(home, "zhixin.issuance.chunk-size=5");
    Path roster = Rosters.write(folder.resolve("roster.csv"), PEOPLE, 7);
    String[] issue = {"issue", roster.toString(), "--out", folder.resolve("out").toString()};

    Map<String, String> fixed = new TreeMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = program.start(folder.resolve("killed.log"), issue);
      waitForIssuing(process, folder.resolve("killed.log"));
      Thread.sleep(random.nextInt(400));
      process.destroyForcibly().waitFor();
      Map<String, String> now = certificates(home);
      assertThat(now).as("what was fixed stays as it was").containsAllEntriesOf(fixed);
      fixed = now;
    }
    Program.Result end = program.run(issue);

    assertThat(end.exitCode()).as(end.output()).isZero();
    Map<String, String> all = certificates(home);
    assertThat(all).hasSize(PEOPLE).containsAllEntriesOf(fixed);
    checkRegistry(home);
  }

  /** Until the first chunk of this run was issued, or the run has nothing left to do. */
  private static void waitForIssuing(Process process, Path log) throws Exception {
    while (process.isAlive() && !Files.readString(log).matches("(?s).*(\\d+%|中断).*")) {
      Thread.sleep(20);
    }
  }

  /** Number → code and credential of all certificates, issued or not. */
  private static Map<String, String> certificates(Path home) throws Exception {
    Map<String, String> found = new TreeMap<>();
    try (EmbeddedServers servers = EmbeddedServers.open(home, false);
        Connection connection = connect(servers);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select number, code || ' ' || encode(credential, 'hex') from certificate")) {
      while (row.next()) {
        found.put(row.getString(1), row.getString(2));
      }
    }
    return found;
  }

  private static void checkRegistry(Path home) throws Exception {
    try (EmbeddedServers servers = EmbeddedServers.open(home, false);
        Connection connection = connect(servers);
        Statement statement = connection.createStatement()) {
      assertThat(count(statement, "select count(distinct document_number) from certificate"))
          .isEqualTo(PEOPLE);
      assertThat(count(statement, "select count(*) from certificate_event where kind = 'ISSUED'"))
          .isEqualTo(PEOPLE);
      assertThat(count(statement, "select count(*) from certificate where document_digest is null"))
          .isZero();
      assertThat(count(statement, "select count(*) from batch_chunk where not done")).isZero();
      assertThat(count(statement, "select count(*) from batch_row where result is not null"))
          .as("personal data left in finished batches")
          .isZero();
      DocumentStore store = new DocumentStore(home.resolve("documents"));
      try (ResultSet row = statement.executeQuery("select document_digest from certificate")) {
        while (row.next()) {
          Digest digest = new Digest(Bytes.wrap(row.getBytes(1)));
          assertThat(Digest.of(Files.readAllBytes(store.path(digest)))).isEqualTo(digest);
        }
      }
    }
  }

  private static long count(Statement statement, String sql) throws Exception {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection connect(EmbeddedServers servers) throws Exception {
    return DriverManager.getConnection(servers.jdbcUrl(), servers.user(), servers.password());
  }
}
