package cn.zhixin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL, and if asked for a Redis, that run while anybody uses them.
 *
 * <p>Whoever opens the same home, in this process or another, uses the same servers; the last to
 * close stops them. If the last was killed they go on, and whoever comes next takes them over. The
 * database keeps its data.
 */
public final class EmbeddedServers implements AutoCloseable {
  private final Path home;
  private final Platform platform;
  private final Running running;
  private final AtomicBoolean closed = new AtomicBoolean();

  private record Running(int port, DatabaseLogin login, Optional<RedisAddress> redis) {}

  private EmbeddedServers(Path home, Platform platform, Running running) {
    this.home = home;
    this.platform = platform;
    this.running = running;
  }

  /**
   * Finds the servers of the home or starts them; the first time this unpacks them, which takes
   * some seconds.
   *
   * @param home made if it is not there
   * @throws EmbeddedServerUnavailable if they cannot run on this machine
   * @throws UnusableHome if the home cannot be made, read or written
   */
  public static EmbeddedServers open(Path home, boolean redis) {
    Platform platform = Platform.current();
    try {
      Running running =
          SharedHome.enter(
              home, folder -> start(folder, platform, redis), folder -> stop(folder, platform));
      return new EmbeddedServers(home.toAbsolutePath(), platform, running);
    } catch (IOException e) {
      throw new UnusableHome(home, e);
    }
  }

  private static Running start(Path folder, Platform platform, boolean redis) throws IOException {
    PostgresServer postgres = new PostgresServer(folder, platform);
    int port = postgres.ensureRunning();
    Optional<RedisAddress> address =
        redis ? Optional.of(new RedisServer(folder, platform).ensureRunning()) : Optional.empty();
    return new Running(port, postgres.login(), address);
  }

  private static void stop(Path folder, Platform platform) throws IOException {
    try {
      new RedisServer(folder, platform).stop();
    } finally {
      new PostgresServer(folder, platform).stop();
    }
  }

  /** Of the database {@code zhixin}, in UTF-8, empty at first. */
  public String jdbcUrl() {
    return DatabaseLogin.url(running.port(), DatabaseLogin.DATABASE);
  }

  public String user() {
    return DatabaseLogin.USER;
  }

  public String password() {
    return running.login().password();
  }

  /** Empty unless asked for. */
  public Optional<RedisAddress> redis() {
    return running.redis();
  }

  /** Stops the servers if nobody else uses them. A second call does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        SharedHome.leave(home, folder -> stop(folder, platform));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot stop the embedded servers of " + home, e);
      }
    }
  }
}
