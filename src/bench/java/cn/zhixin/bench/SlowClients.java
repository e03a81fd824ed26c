package cn.zhixin.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections on which half a request's head came and then a byte every few seconds. In a process
 * of its own beside the load, so that the server's core is the server's; it sends some hundred
 * bytes a second and leaves the load its core too.
 */
final class SlowClients implements AutoCloseable {
  private static final byte[] HALF =
      "GET / HTTP/1.1\r\nHost: localhost\r\nX-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DRIP = {'a'};
  private static final long ROUND_MILLIS = 4_000;
  private static final String READY = "ready";

  /** Until the server has taken the connections out of its queue. */
  private static final long SETTLING_MILLIS = 1_000;

  private final Process process;

  /** Returns when all are connected and the server rests. */
  SlowClients(int port, int count) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SlowClients.class.getName(),
            Integer.toString(port),
            Integer.toString(count));
    process =
        new ProcessBuilder(Cores.on(1, command))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!READY.equals(process.inputReader().readLine())) {
      throw new IOException("the slow clients did not connect");
    }
    Thread.sleep(SETTLING_MILLIS);
  }

  /** The process: port and number of connections. */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    List<SocketChannel> connections = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      SocketChannel connection = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
      connection.write(ByteBuffer.wrap(HALF));
      connections.add(connection);
    }
    System.out.println(READY);
    int atOnce = 20;
    while (true) {
      for (int i = 0; i < connections.size(); i++) {
        connections.get(i).write(ByteBuffer.wrap(DRIP));
        if (i % atOnce == 0) {
          Thread.sleep(ROUND_MILLIS * atOnce / connections.size());
        }
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
    Thread.sleep(SETTLING_MILLIS / 2);
  }
}
