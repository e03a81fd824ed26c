package cn.zhixin.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a node from the first moment it listens, over kept connections, each with one request under
 * way, and reads every answer.
 */
final class ColdLoad {
  private static final int CONNECTIONS = 64;
  private static final long HANG_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final long PAUSE_MILLIS = 2;
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

  private final InetSocketAddress server;
  private final byte[] request;
  private final String expected;
  private final Counts counts;

  /**
   * @param expected what stands in the body of every right answer
   */
  ColdLoad(int port, String path, String expected, int seconds) {
    this.server = new InetSocketAddress("127.0.0.1", port);
    this.request =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    this.expected = expected;
    this.counts = new Counts(new int[seconds], 0, 0, 0, 0);
  }

  /** What came: right answers by the node's CPU second, and all that was none. */
  static final class Counts {
    final int[] right;
    int unconfirmed;
    int wrong;
    int broken;
    long longestNanos;

    private Counts(int[] right, int unconfirmed, int wrong, int broken, long longestNanos) {
      this.right = right;
      this.unconfirmed = unconfirmed;
      this.wrong = wrong;
      this.broken = broken;
      this.longestNanos = longestNanos;
    }

    /** Whether somebody waited for seconds. */
    boolean hung() {
      return longestNanos >= HANG_NANOS;
    }
  }

  /** Returns when the node has had its seconds of CPU time, or when patience is over. */
  Counts run(Process node) throws IOException, InterruptedException {
    SocketChannel first = knock(node);
    long start = System.nanoTime();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        Asking asking = new Asking(i == 0 ? first : SocketChannel.open(server));
        asking.channel.configureBlocking(false);
        asking.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        asking.channel.register(selector, SelectionKey.OP_READ, asking);
        asking.ask(start);
      }
      long cpu = cpuMillis(node);
      int second = 0;
      while (second < counts.right.length
          && System.nanoTime() - start < PATIENCE_NANOS
          && !selector.keys().isEmpty()) {
        int now = second;
        selector.select(key -> read(key, now), PAUSE_MILLIS);
        second = (int) ((cpuMillis(node) - cpu) / TimeUnit.SECONDS.toMillis(1));
      }
      long now = System.nanoTime();
      for (SelectionKey key : selector.keys()) {
        counts.longestNanos =
            Math.max(counts.longestNanos, now - ((Asking) key.attachment()).asked);
        key.channel().close();
      }
    }
    return counts;
  }

  /** Of all its threads, those that compile among them. */
  static long cpuMillis(Process node) {
    return node.info().totalCpuDuration().orElseThrow().toMillis();
  }

  private SocketChannel knock(Process node) throws InterruptedException, IOException {
    while (node.isAlive()) {
      try {
        return SocketChannel.open(server);
      } catch (IOException e) {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    throw new IOException("the node ended before it listened");
  }

  private void read(SelectionKey key, int second) {
    Asking asking = (Asking) key.attachment();
    try {
      if (asking.answered()) {
        long now = System.nanoTime();
        judge(asking.text(), second);
        counts.longestNanos = Math.max(counts.longestNanos, now - asking.asked);
        asking.ask(now);
      }
    } catch (IOException e) {
      counts.broken++;
      key.cancel();
    }
  }

  private void judge(String answer, int second) {
    if (answer.startsWith("HTTP/1.1 200 ") && answer.contains(expected)) {
      counts.right[second]++;
    } else if (answer.startsWith("HTTP/1.1 503 ")) {
      counts.unconfirmed++;
    } else {
      counts.wrong++;
    }
  }

  /** One connection. */
  private final class Asking {
    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(16_384);
    private long asked;

    Asking(SocketChannel channel) {
      this.channel = channel;
    }

    void ask(long now) throws IOException {
      buffer.clear();
      asked = now;
      channel.write(ByteBuffer.wrap(request));
    }

    /** Whether a whole answer is there. */
    boolean answered() throws IOException {
      if (channel.read(buffer) < 0) {
        throw new IOException("closed");
      }
      String text = text();
      int head = text.indexOf("\r\n\r\n");
      if (head < 0) {
        return false;
      }
      Matcher length = LENGTH.matcher(text);
      return length.find() && buffer.position() >= head + 4 + Integer.parseInt(length.group(1));
    }

    String text() {
      return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }
  }
}
