package cn.zhixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class EmbeddedServersTests {
  @TempDir Path home;

  @BeforeEach
  void unpackOnceForAllTests() throws IOException {
    Path programs = Files.createDirectories(Path.of("target/zhixin-test/bin")).toRealPath();
    Files.createSymbolicLink(home.resolve("bin"), programs);
  }

  @AfterEach
  void unlink() throws IOException {
    Files.delete(home.resolve("bin"));
  }

  @Test
  void keepsItsDataOverAStopAndAStart() throws Exception {
    String stopped;
    try (EmbeddedServers servers = EmbeddedServers.open(home, false)) {
      run(servers, "create table person(name text)");
      run(servers, "insert into person values ('𬭎𬬻㛃龑䶮𠅤·艾合买提')");
      stopped = servers.jdbcUrl();
    }
    assertThatThrownBy(() -> DriverManager.getConnection(stopped, "zhixin", "x"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("refused");
    try (EmbeddedServers servers = EmbeddedServers.open(home, false)) {
      assertThat(ask(servers, "select name from person")).isEqualTo("𬭎𬬻㛃龑䶮𠅤·艾合买提");
    }
  }

  @Test
  void commitsAreDurableTextIsUnicodeAndTheDoorIsLocked() throws Exception {
    try (EmbeddedServers servers = EmbeddedServers.open(home, false)) {
      assertThat(ask(servers, "show fsync")).isEqualTo("on");
      assertThat(ask(servers, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(servers, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(servers, "show server_encoding")).isEqualTo("UTF8");
      assertThat(ask(servers, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(servers, "show server_version")).startsWith("18.");
      assertThatThrownBy(() -> DriverManager.getConnection(servers.jdbcUrl(), "zhixin", "guess"))
          .hasMessageContaining("password authentication failed");
      assertThat(servers.redis()).isEmpty();
    }
    assertThat(Files.getPosixFilePermissions(home.resolve("postgres.password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(home.resolve("postgres")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aRefusedRowIsQuotedNeitherInTheErrorNorInTheLog() throws Exception {
    try (EmbeddedServers servers = EmbeddedServers.open(home, false)) {
      run(servers, "create table person(number text primary key)");
      run(servers, "insert into person values ('37100219850101001X')");
      assertThatThrownBy(() -> run(servers, "insert into person values ('37100219850101001X')"))
          .hasMessageContaining("duplicate key")
          .hasMessageNotContaining("37100219850101001X");
    }
    assertThat(home.resolve("postgres.log"))
        .content()
        .contains("duplicate key")
        .doesNotContain("37100219850101001X");
  }

  @Test
  void redisAnswersItsPasswordOnly() {
    RedisAddress address;
    try (EmbeddedServers servers = EmbeddedServers.open(home, true)) {
      address = servers.redis().orElseThrow();
      try (Jedis jedis = new Jedis(address.url())) {
        assertThat(jedis.set("查验", "有效")).isEqualTo("OK");
        assertThat(jedis.get("查验")).isEqualTo("有效");
      }
      try (Jedis stranger = new Jedis(address.host(), address.port())) {
        assertThatThrownBy(() -> stranger.get("查验")).hasMessageContaining("NOAUTH");
      }
    }
    assertThatThrownBy(() -> new Jedis(address.url()).close())
        .hasMessageContaining("Failed to connect");
  }

  @Test
  void theLastOfTwoUsersInOneProcessStopsThem() throws Exception {
    EmbeddedServers first = EmbeddedServers.open(home, false);
    EmbeddedServers second = EmbeddedServers.open(home, true);
    assertThat(second.jdbcUrl()).isEqualTo(first.jdbcUrl());
    first.close();
    first.close();
    assertThat(ask(second, "select 'there'")).isEqualTo("there");
    second.close();
    assertThatThrownBy(() -> ask(second, "select 1")).hasMessageContaining("refused");
  }

  @Test
  void twoProcessesShareAndTheLastStopsThem() throws Exception {
    EmbeddedServers ours = EmbeddedServers.open(home, true);
    try (OtherProcess other = OtherProcess.using(home)) {
      assertThat(other.jdbcUrl()).isEqualTo(ours.jdbcUrl());
      ours.close();
      assertThat(ask(ours, "select 'there'")).isEqualTo("there");
    }
    assertThatThrownBy(() -> ask(ours, "select 1")).hasMessageContaining("refused");
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void twoProcessesThatStartAtOnceStartOneServer() throws Exception {
    try (OtherProcess one = OtherProcess.using(home);
        OtherProcess two = OtherProcess.using(home)) {
      assertThat(one.jdbcUrl()).isEqualTo(two.jdbcUrl());
    }
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void takesOverTheServersOfAKilledProcess() throws Exception {
    OtherProcess other = OtherProcess.using(home);
    String url = other.jdbcUrl();
    other.kill();
    try (EmbeddedServers servers = EmbeddedServers.open(home, true)) {
      assertThat(servers.jdbcUrl()).isEqualTo(url);
      assertThat(ask(servers, "select 'there'")).isEqualTo("there");
    }
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void recoversWhatWasCommittedBeforeTheServerWasKilled() throws Exception {
    try (EmbeddedServers servers = EmbeddedServers.open(home, false)) {
      run(servers, "create table kept as select 7 as n");
      long postmaster = Long.parseLong(pidFile().get(0));
      ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
      handle.destroyForcibly();
      handle.onExit().get(30, TimeUnit.SECONDS);
    }
    try (EmbeddedServers servers = EmbeddedServers.open(home, false)) {
      assertThat(ask(servers, "select n from kept")).isEqualTo("7");
    }
  }

  @Test
  void startsThoughAnotherProgramHasTheProcessNumberOfACrashedServer() throws Exception {
    EmbeddedServers.open(home, false).close();
    // a program of the same user that is no PostgreSQL: ourselves
    Files.writeString(
        home.resolve("postgres/postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + home + "/postgres\n1700000000\n5999\n\n127.0.0.1\n");
    try (EmbeddedServers servers = EmbeddedServers.open(home, false)) {
      assertThat(ask(servers, "select 'there'")).isEqualTo("there");
    }
  }

  @Test
  void startsThoughACrashCutTheProcessFileShort() throws Exception {
    EmbeddedServers.open(home, false).close();
    Files.writeString(home.resolve("postgres/postmaster.pid"), "");
    try (EmbeddedServers servers = EmbeddedServers.open(home, false)) {
      assertThat(ask(servers, "select 'there'")).isEqualTo("there");
    }
  }

  @Test
  void aMachineWithoutBinariesIsToldWhatToSet() {
    assertThatThrownBy(() -> new Platform("plan9", "mips").postgresArchive())
        .isInstanceOf(EmbeddedServerUnavailable.class)
        .hasMessageContaining("plan9")
        .hasMessageContaining("zhixin.database.url");
  }

  @Test
  void aHomeThatCannotBeMadeIsToldByItsSetting() {
    assertThatThrownBy(() -> EmbeddedServers.open(Path.of("/proc/nothing"), false))
        .isInstanceOf(UnusableHome.class)
        .hasMessageContaining("zhixin.home 的文件夹“/proc/nothing”不能建立或使用")
        .hasMessageContaining("the folder “/proc/nothing” of zhixin.home cannot be made or used")
        .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
        .doesNotContain("zhixin.database.url", "Exception");
  }

  private List<String> pidFile() throws IOException {
    return Files.readAllLines(home.resolve("postgres/postmaster.pid"));
  }

  private static void run(EmbeddedServers servers, String sql) throws SQLException {
    try (Connection connection = connect(servers);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedServers servers, String sql) throws SQLException {
    try (Connection connection = connect(servers);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(EmbeddedServers servers) throws SQLException {
    return DriverManager.getConnection(servers.jdbcUrl(), servers.user(), servers.password());
  }
}
