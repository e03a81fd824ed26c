package cn.zhixin.verification.front;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A connection on which a test says exactly what it wants, and reads one response at a time. */
final class RawHttp implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  RawHttp(int port) throws IOException {
    this(new Socket("localhost", port));
  }

  RawHttp(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(15_000);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
  }

  /** A response; several headers of one name are joined with commas. */
  record Response(int status, Map<String, String> headers, String body, byte[] bytes) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  Socket socket() {
    return socket;
  }

  RawHttp send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawHttp send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  Response read() throws IOException {
    return read(false);
  }

  /**
   * @param head whether the request was HEAD
   */
  Response read(boolean head) throws IOException {
    String first = line();
    int status = Integer.parseInt(first.substring(9, 12));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
    }
    byte[] body = new byte[0];
    if (!head && status != 304 && status != 100) {
      body = body(headers);
    }
    return new Response(status, headers, new String(body, StandardCharsets.UTF_8), body);
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (headers.containsKey("Content-Length")) {
      return in.readNBytes(Integer.parseInt(headers.get("Content-Length")));
    }
    if (!headers.containsKey("Transfer-Encoding")) {
      return in.readAllBytes();
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.writeBytes(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("closed after: " + line);
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  /** Whether the other end closes, within the socket's patience. */
  boolean isClosed() throws IOException {
    try {
      return in.readAllBytes().length == 0;
    } catch (java.net.SocketException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
