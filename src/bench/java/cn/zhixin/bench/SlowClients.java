package cn.zhixin.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections on which half a request's head came and nothing more. */
final class SlowClients implements AutoCloseable {
  private static final byte[] HALF =
      "GET / HTTP/1.1\r\nHost: localhost\r\nX-".getBytes(StandardCharsets.US_ASCII);

  private final List<SocketChannel> connections = new ArrayList<>();

  SlowClients(int port, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      SocketChannel connection = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
      connection.write(ByteBuffer.wrap(HALF));
      connections.add(connection);
    }
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel connection : connections) {
      connection.close();
    }
  }
}
