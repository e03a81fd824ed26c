package cn.zhixin.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The Redis of one home folder: a cache that forgets everything when it stops. Every method is
 * called with the home's lock held.
 */
final class RedisServer {
  private static final Logger LOG = LoggerFactory.getLogger(RedisServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int TIMEOUT_MILLIS = 2000;
  private static final long POLL_MILLIS = 20;

  private final Path home;
  private final Path portFile;
  private final Platform platform;

  RedisServer(Path home, Platform platform) {
    this.home = home;
    this.portFile = home.resolve("redis.port");
    this.platform = platform;
  }

  /** Finds the running server or starts it. */
  RedisAddress ensureRunning() throws IOException {
    Optional<RedisAddress> known = known();
    if (known.isPresent() && answers(known.get())) {
      return known.get();
    }
    Path program = program();
    RedisAddress address = new RedisAddress(ServerProcess.freePort(), password());
    LOG.info("Starting Redis on {}", address);
    Path settings = home.resolve("redis.conf");
    PrivateFiles.write(settings, settings(address));
    new Command(List.of(program.toString(), settings.toString()), home.resolve("commands.log"))
        .run(PATIENCE);
    awaitAnswer(address);
    PrivateFiles.write(portFile, Integer.toString(address.port()));
    return address;
  }

  /** Stops the server, if there is one. */
  void stop() throws IOException {
    Optional<RedisAddress> known = known();
    if (known.isEmpty()) {
      return;
    }
    try (Jedis jedis = connect(known.get())) {
      LOG.info("Stopping Redis");
      jedis.shutdown();
    } catch (JedisException gone) {
      LOG.debug("Redis was gone already", gone);
    }
    Files.deleteIfExists(portFile);
  }

  private Optional<RedisAddress> known() throws IOException {
    return Files.exists(portFile)
        ? Optional.of(
            new RedisAddress(Integer.parseInt(Files.readString(portFile).strip()), password()))
        : Optional.empty();
  }

  private String password() throws IOException {
    return PrivateFiles.secret(home.resolve("redis.password"));
  }

  private Path program() throws IOException {
    String resource = platform.redisProgram().getPath();
    Path program =
        PrivateFiles.folder(home.resolve("bin"))
            .resolve(resource.substring(resource.lastIndexOf('/') + 1));
    if (!Files.exists(program)) {
      Path partial = program.resolveSibling(program.getFileName() + ".partial");
      try (InputStream content = platform.redisProgram().openStream()) {
        Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwx------"));
      Files.move(partial, program, StandardCopyOption.ATOMIC_MOVE);
    }
    return program;
  }

  private String settings(RedisAddress address) {
    return """
        bind 127.0.0.1
        port %d
        requirepass %s
        daemonize yes
        save ""
        appendonly no
        maxmemory 128mb
        maxmemory-policy allkeys-lru
        dir "%s"
        pidfile "%s"
        logfile "%s"
        """
        .formatted(
            address.port(),
            address.password(),
            home,
            home.resolve("redis.pid"),
            home.resolve("redis.log"));
  }

  private static void awaitAnswer(RedisAddress address) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(address)) {
      if (System.nanoTime() > end) {
        throw new EmbeddedServerUnavailable("Redis does not answer on " + address + ".");
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EmbeddedServerUnavailable("Interrupted while Redis starts.", e);
      }
    }
  }

  private static boolean answers(RedisAddress address) {
    try (Jedis jedis = connect(address)) {
      return "PONG".equals(jedis.ping());
    } catch (JedisException e) {
      return false;
    }
  }

  private static Jedis connect(RedisAddress address) {
    return new Jedis(
        new HostAndPort(address.host(), address.port()),
        DefaultJedisClientConfig.builder()
            .password(address.password())
            .timeoutMillis(TIMEOUT_MILLIS)
            .build());
  }
}
