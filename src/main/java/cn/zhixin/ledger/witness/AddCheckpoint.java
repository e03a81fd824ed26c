package cn.zhixin.ledger.witness;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.note.Base64Text;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.SignedNote;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a request {@code add-checkpoint} (C2SP tlog-witness). Nothing is verified by parsing.
 *
 * @param oldSize of the checkpoint that the witness cosigned last, as the log believes
 * @param path consistency proof from there, at most 63 hashes
 * @param checkpoint as the log signed it
 */
record AddCheckpoint(long oldSize, List<Digest> path, SignedNote checkpoint) {
  /** The specification's: a proof between trees of less than 2⁶³ leaves is not longer. */
  static final int MOST_HASHES = 63;

  /** Longest body that is read, in bytes: the longest note, and the proof. */
  static final int LONGEST = SignedNote.LONGEST + 4096;

  static final String PATH = "/add-checkpoint";

  private static final String OLD = "old ";
  private static final String SEPARATOR = "\n\n";

  AddCheckpoint {
    path = List.copyOf(path);
    if (oldSize < 0 || path.size() > MOST_HASHES) {
      throw new IllegalArgumentException("a request has an old size and at most 63 hashes");
    }
  }

  static AddCheckpoint parse(Bytes body) throws MalformedNote {
    String text = decoded(body);
    int separator = text.indexOf(SEPARATOR);
    if (separator < 0 || !text.startsWith(OLD)) {
      throw new MalformedNote("an old size, a proof, an empty line, a checkpoint", "another text");
    }
    String[] lines = text.substring(OLD.length(), separator).split("\n", -1);
    if (lines.length - 1 > MOST_HASHES) {
      throw new MalformedNote("at most 63 hashes", Integer.toString(lines.length - 1));
    }
    List<Digest> path = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      path.add(Base64Text.digest(lines[i], "a hash"));
    }
    return new AddCheckpoint(
        Base64Text.number(lines[0], "an old size"),
        path,
        SignedNote.parse(text.substring(separator + SEPARATOR.length())));
  }

  private static String decoded(Bytes body) throws MalformedNote {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(body.unsafeArray());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedNote("a request in UTF-8", "other bytes");
    }
  }

  Bytes encoded() {
    StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
    path.forEach(hash -> body.append(Base64Text.encode(hash.value())).append('\n'));
    return Bytes.ofUtf8(body.append('\n').append(checkpoint.encoded()).toString());
  }
}
