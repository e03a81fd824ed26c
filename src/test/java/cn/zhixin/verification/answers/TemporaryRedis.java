package cn.zhixin.verification.answers;

import cn.zhixin.RunningService;
import java.io.IOException;
import java.net.URI;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/** A real Redis of one test's own, which may be paused, killed and written to. */
public final class TemporaryRedis implements AutoCloseable {
  private final int port;
  private RedisServer server;
  private boolean paused;
  private long process;

  public TemporaryRedis() throws IOException {
    port = RunningService.freePort();
    server = start();
  }

  private RedisServer start() throws IOException {
    RedisServer started =
        RedisServer.newRedisServer()
            .port(port)
            .setting("bind 127.0.0.1")
            .setting("save \"\"")
            .build();
    started.start();
    try (RedisClient client = client()) {
      String line =
          client
              .info("server")
              .lines()
              .filter(l -> l.startsWith("process_id:"))
              .findFirst()
              .orElseThrow();
      process = Long.parseLong(line.substring("process_id:".length()).strip());
    }
    return started;
  }

  public URI address() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  public RedisClient client() {
    return RedisClient.create("127.0.0.1", port);
  }

  public void pause() throws IOException, InterruptedException {
    signal("STOP");
    paused = true;
  }

  public void resume() throws IOException, InterruptedException {
    signal("CONT");
    paused = false;
  }

  public void kill() throws IOException {
    server.stop();
  }

  public void restart() throws IOException {
    server = start();
  }

  private void signal(String name) throws IOException, InterruptedException {
    int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
    if (exit != 0) {
      throw new IOException("kill -" + name + " ended with " + exit);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (paused) {
      resume();
    }
    server.stop();
  }
}
