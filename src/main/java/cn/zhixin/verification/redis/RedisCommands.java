package cn.zhixin.verification.redis;

import cn.zhixin.encoding.Bytes;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Writes commands as Redis reads them: arrays of bulk strings (RESP2). */
final class RedisCommands {
  private static final byte[] LINE_END = ascii("\r\n");
  private static final byte[] GET = ascii("*2\r\n$3\r\nGET\r\n");
  private static final byte[] SET = ascii("*5\r\n$3\r\nSET\r\n");
  private static final byte[] EXPIRY = ascii("$2\r\nPX\r\n");
  private static final byte[] AUTH_OF_ONE = ascii("*2\r\n$4\r\nAUTH\r\n");
  private static final byte[] AUTH_OF_USER = ascii("*3\r\n$4\r\nAUTH\r\n");
  private static final byte[] SELECT = ascii("*2\r\n$6\r\nSELECT\r\n");

  private RedisCommands() {}

  static void get(ByteBuf out, Bytes key) {
    out.writeBytes(GET);
    part(out, key.unsafeArray());
  }

  /**
   * @param keptMillis more than 0
   */
  static void put(ByteBuf out, Bytes key, Bytes value, long keptMillis) {
    out.writeBytes(SET);
    part(out, key.unsafeArray());
    part(out, value.unsafeArray());
    out.writeBytes(EXPIRY);
    part(out, ascii(Long.toString(keptMillis)));
  }

  /**
   * What a connection begins with.
   *
   * @return how many replies come of it
   */
  static int greeting(ByteBuf out, RedisEndpoint server) {
    int commands = 0;
    if (server.password() != null) {
      if (server.user() == null) {
        out.writeBytes(AUTH_OF_ONE);
      } else {
        out.writeBytes(AUTH_OF_USER);
        part(out, server.user().getBytes(StandardCharsets.UTF_8));
      }
      part(out, server.password().getBytes(StandardCharsets.UTF_8));
      commands++;
    }
    if (server.database() != 0) {
      out.writeBytes(SELECT);
      part(out, ascii(Integer.toString(server.database())));
      commands++;
    }
    return commands;
  }

  private static void part(ByteBuf out, byte[] part) {
    out.writeByte('$');
    number(out, part.length);
    out.writeBytes(LINE_END).writeBytes(part).writeBytes(LINE_END);
  }

  private static void number(ByteBuf out, int number) {
    if (number >= 10) {
      number(out, number / 10);
    }
    out.writeByte('0' + number % 10);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
