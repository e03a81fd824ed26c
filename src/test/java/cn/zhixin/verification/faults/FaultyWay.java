package cn.zhixin.verification.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP way to a server, which the test makes slow, deaf or cuts. */
final class FaultyWay implements AutoCloseable {
  /** What is wrong with a way. */
  enum State {
    OPEN,
    /** Connections break and none is accepted. */
    CUT,
    /** Nothing gets through in either direction, and nobody is told. */
    STALLED,
    /** Requests do not arrive, answers would. */
    REQUESTS_LOST,
    /** Requests arrive, answers do not. */
    ANSWERS_LOST,
    /** Each piece takes a while. */
    SLOW
  }

  private static final int PIECE = 8192;
  private static final long SLOW_MILLIS = 40;
  private static final long LOOK_MILLIS = 5;

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final InetSocketAddress server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile State state = State.OPEN;
  private volatile boolean closed;

  FaultyWay(String host, int port) throws IOException {
    server = new InetSocketAddress(host, port);
    run(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  State state() {
    return state;
  }

  void become(State next) {
    state = next;
    if (next == State.CUT) {
      breakAll();
    }
  }

  private void accept() {
    while (!closed) {
      try {
        Socket client = listening.accept();
        if (state == State.CUT) {
          client.close();
          continue;
        }
        Socket toServer = new Socket();
        toServer.connect(server, 2_000);
        sockets.add(client);
        sockets.add(toServer);
        run(() -> pump(client, toServer, false));
        run(() -> pump(toServer, client, true));
      } catch (IOException e) {
        // the next one may get through
      }
    }
  }

  private void pump(Socket from, Socket to, boolean answers) {
    byte[] piece = new byte[PIECE];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int read = in.read(piece);
      while (read >= 0) {
        while (stops(answers)) {
          Thread.sleep(LOOK_MILLIS);
        }
        if (state == State.SLOW) {
          Thread.sleep(SLOW_MILLIS);
        }
        out.write(piece, 0, read);
        read = in.read(piece);
      }
    } catch (IOException | InterruptedException e) {
      // the connection is over
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private boolean stops(boolean answers) {
    return state == State.STALLED || state == (answers ? State.ANSWERS_LOST : State.REQUESTS_LOST);
  }

  private void breakAll() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        // it is broken already
      }
    }
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task, "faulty-way");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    state = State.OPEN;
    listening.close();
    breakAll();
  }
}
