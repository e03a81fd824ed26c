package cn.zhixin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of one home folder, on a free port of 127.0.0.1 with a password of its own. UTF-8,
 * order by code point; a commit is on the disk when it returns. Every method is called with the
 * home's lock held, so that no two processes start or stop it at once.
 */
final class PostgresServer {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int START_ATTEMPTS = 3;
  private static final long POLL_MILLIS = 100;
  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          // no row's values and no statement in the log: they are personal data
          "log_error_verbosity=terse",
          "log_min_error_statement=panic",
          "timezone=UTC",
          "log_timezone=UTC");

  private final Path home;
  private final Path data;
  private final Path log;
  private final Platform platform;

  /**
   * @param home an existing folder, its path without links
   */
  PostgresServer(Path home, Platform platform) {
    this.home = home;
    this.data = home.resolve("postgres");
    this.log = home.resolve("postgres.log");
    this.platform = platform;
  }

  DatabaseLogin login() throws IOException {
    return new DatabaseLogin(PrivateFiles.secret(home.resolve("postgres.password")));
  }

  /** Finds the running server or starts it, and gives its port. */
  int ensureRunning() throws IOException {
    DatabaseLogin login = login();
    for (int attempt = 1; ; attempt++) {
      Optional<Integer> running = adopt(login);
      if (running.isPresent()) {
        return running.get();
      }
      try {
        int port = start();
        login.ensureDatabase(port);
        return port;
      } catch (EmbeddedServerUnavailable e) {
        // the port was taken since we looked, or a killed process had begun a start of its own
        if (attempt == START_ATTEMPTS) {
          throw e;
        }
        LOG.warn("PostgreSQL did not start, trying again");
      }
    }
  }

  /**
   * A server that another process started, perhaps one that was killed since. Waits while it is
   * still starting, recovering or going down.
   */
  private Optional<Integer> adopt(DatabaseLogin login) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<PostmasterFile> file = PostmasterFile.in(data);
    while (file.isPresent() && System.nanoTime() < end) {
      if (login.opens(file.get().port(), data)) {
        return Optional.of(file.get().port());
      }
      if (ServerProcess.alive(file.get().pid()).isEmpty()
          || PostmasterFile.removeIfAbandoned(data)) {
        return Optional.empty();
      }
      pause();
      file = PostmasterFile.in(data);
    }
    return Optional.empty();
  }

  private void initialise(PostgresPrograms programs) throws IOException {
    LOG.info("Making a PostgreSQL data folder in {}", data);
    Path partial = home.resolve("postgres.partial");
    PrivateFiles.delete(partial);
    PrivateFiles.folder(partial);
    var arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + partial,
                "--username=" + DatabaseLogin.USER,
                "--pwfile=" + home.resolve("postgres.password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
    SETTINGS.forEach(setting -> arguments.add("--set=" + setting));
    programs.command(log, "initdb", arguments.toArray(String[]::new)).run(PATIENCE);
    Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private int start() throws IOException {
    PostgresPrograms programs = programs();
    if (!Files.isDirectory(data)) {
      initialise(programs);
    }
    int port = ServerProcess.freePort();
    LOG.info("Starting PostgreSQL on 127.0.0.1:{}", port);
    control(programs, "start", "--log=" + log, "--options=-p " + port).run(PATIENCE);
    return port;
  }

  /** Ends all connections and stops the server; returns when it is down. */
  void stop() throws IOException {
    Optional<PostmasterFile> file = PostmasterFile.in(data);
    if (file.flatMap(said -> ServerProcess.alive(said.pid())).isEmpty()) {
      return; // it crashed: the next start recovers
    }
    LOG.info("Stopping PostgreSQL");
    control(programs(), "stop", "--mode=fast").run(PATIENCE);
  }

  private PostgresPrograms programs() throws IOException {
    return PostgresPrograms.in(PrivateFiles.folder(home.resolve("bin")), platform);
  }

  private Command control(PostgresPrograms programs, String action, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                action, "--pgdata=" + data, "--wait", "--timeout=" + (PATIENCE.toSeconds() - 10)));
    arguments.addAll(List.of(more));
    return programs.command(
        home.resolve("commands.log"), "pg_ctl", arguments.toArray(String[]::new));
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerUnavailable("Interrupted while PostgreSQL starts.", e);
    }
  }
}
