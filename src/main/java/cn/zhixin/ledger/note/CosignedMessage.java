package cn.zhixin.ledger.note;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a cosigner signs for a checkpoint at a time (C2SP tlog-cosignature). */
final class CosignedMessage {
  private static final int LONGEST_NAME = 255;

  private CosignedMessage() {}

  /**
   * @param noteText of the checkpoint
   * @param time seconds since 1970
   */
  static Bytes ed25519(String noteText, long time) {
    return Bytes.ofUtf8("cosignature/v1\ntime " + time + "\n" + noteText);
  }

  /**
   * The {@code cosigned_message} structure over a whole tree.
   *
   * @param time seconds since 1970
   */
  static Bytes mlDsa44(String cosigner, Checkpoint checkpoint, long time) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(message)) {
      out.write("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
      opaque(out, cosigner);
      out.writeLong(time);
      opaque(out, checkpoint.origin());
      out.writeLong(0);
      out.writeLong(checkpoint.size());
      out.write(checkpoint.root().value().unsafeArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.wrap(message.toByteArray());
  }

  private static void opaque(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_NAME) {
      throw new IllegalArgumentException("a name of at most 255 bytes, not " + bytes.length);
    }
    out.writeByte(bytes.length);
    out.write(bytes);
  }
}
