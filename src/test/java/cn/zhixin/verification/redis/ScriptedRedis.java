package cn.zhixin.verification.redis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server that says to each connection what a test wants. */
final class ScriptedRedis implements AutoCloseable {
  /** What is said on one connection, which is closed at the end. */
  interface Script {
    void follow(Talk talk) throws Exception;
  }

  final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket listening;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Script script;

  ScriptedRedis(Script script) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), script);
  }

  ScriptedRedis(ServerSocket listening, Script script) {
    this.listening = listening;
    this.script = script;
    run(this::accept);
  }

  RedisEndpoint endpoint() {
    return new RedisEndpoint("127.0.0.1", listening.getLocalPort(), null, null, 0, false);
  }

  /** Of connections that are made from now on. */
  void become(Script next) {
    script = next;
  }

  /** Answers every GET with its key in capitals, and every SET. */
  static void honest(Talk talk) throws IOException {
    for (List<String> command = talk.next(); command != null; command = talk.next()) {
      talk.say(command.get(0).equals("GET") ? value(command.get(1)) : "+OK\r\n");
    }
  }

  static String value(String key) {
    return bulk("value of " + key);
  }

  static String bulk(String content) {
    return "$" + content.length() + "\r\n" + content + "\r\n";
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        Script own = script;
        run(() -> serve(socket, own));
      } catch (IOException e) {
        // closed, or a client that gave up
      }
    }
  }

  private void serve(Socket socket, Script own) {
    try (socket) {
      socket.setTcpNoDelay(true);
      own.follow(new Talk(socket));
    } catch (Exception e) {
      // the connection is over
    } finally {
      sockets.remove(socket);
    }
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task, "scripted-redis");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** One connection, as the server sees it. */
  static final class Talk {
    private final InputStream in;
    private final BufferedOutputStream out;
    private final byte[] piece = new byte[1 << 20];
    private int at;
    private int end;

    /** How often something came. */
    int reads;

    Talk(Socket socket) throws IOException {
      in = socket.getInputStream();
      out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** The next command; null when the other side has closed. */
    @Nullable List<String> next() throws IOException {
      String head = line();
      if (head == null) {
        return null;
      }
      List<String> parts = new ArrayList<>();
      for (int i = Integer.parseInt(head.substring(1)); i > 0; i--) {
        int size = Integer.parseInt(Objects.requireNonNull(line()).substring(1));
        StringBuilder part = new StringBuilder();
        for (int j = 0; j < size; j++) {
          part.append((char) read());
        }
        parts.add(part.toString());
        line();
      }
      return parts;
    }

    private @Nullable String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = read(); next != '\n'; next = read()) {
        if (next < 0) {
          return null;
        }
        line.append((char) next);
      }
      return line.toString().stripTrailing();
    }

    private int read() throws IOException {
      if (at == end) {
        at = 0;
        end = in.read(piece);
        if (end < 0) {
          end = 0;
          return -1;
        }
        reads++;
      }
      return piece[at++] & 0xff;
    }

    void say(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /** Returns when the other side has closed. */
    void listen() throws IOException {
      while (read() >= 0) {
        // whatever it says
      }
    }

    /** Waits for the test, while the connection stays open. */
    void await(CountDownLatch goOn) throws InterruptedException {
      goOn.await();
    }
  }
}
