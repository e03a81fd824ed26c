package cn.zhixin.ledger.note;

import cn.zhixin.encoding.Bytes;
import java.nio.ByteBuffer;

/**
 * A signature line of a note.
 *
 * @param name of the key: not empty, without spaces and {@code +}
 * @param keyId first four bytes of the key's hash
 * @param value what the signature's type puts behind the key id
 */
public record NoteSignature(String name, int keyId, Bytes value) {
  private static final String DASH = "\u2014 ";

  public NoteSignature {
    if (!VerifierKey.isName(name)) {
      throw new IllegalArgumentException("not a key's name: " + name);
    }
  }

  /**
   * @param line without its newline
   */
  public static NoteSignature parse(String line) throws MalformedNote {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(DASH) || space < DASH.length()) {
      throw new MalformedNote("a signature line: em dash, name, Base 64", "another line");
    }
    String name = line.substring(DASH.length(), space);
    if (!VerifierKey.isName(name)) {
      throw new MalformedNote("a key's name without spaces and +", "another");
    }
    Bytes bytes = Base64Text.decode(line.substring(space + 1), "a signature");
    if (bytes.size() <= Integer.BYTES) {
      throw new MalformedNote("a key id and a signature", bytes.size() + " bytes");
    }
    int keyId = ByteBuffer.wrap(bytes.unsafeArray()).getInt();
    return new NoteSignature(name, keyId, bytes.slice(Integer.BYTES, bytes.size()));
  }

  /** Without a newline. */
  public String line() {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + value.size());
    bytes.putInt(keyId).put(value.unsafeArray());
    return DASH + name + " " + Base64Text.encode(Bytes.wrap(bytes.array()));
  }
}
