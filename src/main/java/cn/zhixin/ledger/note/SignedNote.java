package cn.zhixin.ledger.note;

import cn.zhixin.encoding.Bytes;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text and its signature lines (C2SP signed-note). Nothing is verified by parsing.
 *
 * @param text ends in a newline
 * @param signatures one or more
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** The specification wants 16 to be accepted; post-quantum ones have 3.3 KB each. */
  private static final int MOST_SIGNATURES = 64;

  /** Longest note that is read, in bytes. */
  public static final int LONGEST = 256 << 10;

  private static final String SEPARATOR = "\n\n";

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("a note's text ends in a newline");
    }
  }

  public static SignedNote parse(Bytes note) throws MalformedNote {
    if (note.size() > LONGEST) {
      throw new MalformedNote("a note of at most " + LONGEST + " bytes", note.size() + " bytes");
    }
    try {
      return parse(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(java.nio.ByteBuffer.wrap(note.unsafeArray()))
              .toString());
    } catch (CharacterCodingException e) {
      throw new MalformedNote("a note in UTF-8", "other bytes");
    }
  }

  public static SignedNote parse(String note) throws MalformedNote {
    if (note.chars().anyMatch(character -> character < ' ' && character != '\n')) {
      throw new MalformedNote("no control characters in a note", "one");
    }
    int separator = note.lastIndexOf(SEPARATOR);
    if (separator < 0 || !note.endsWith("\n")) {
      throw new MalformedNote("a text, an empty line and signature lines", "another text");
    }
    String lines = note.substring(separator + SEPARATOR.length());
    if (lines.isEmpty()) {
      throw new MalformedNote("at least one signature line", "none");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
      signatures.add(NoteSignature.parse(line));
    }
    if (signatures.size() > MOST_SIGNATURES) {
      throw new MalformedNote("at most 64 signatures", Integer.toString(signatures.size()));
    }
    return new SignedNote(note.substring(0, separator + 1), signatures);
  }

  /** The same note with more signatures. */
  public SignedNote with(List<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    more.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
    return new SignedNote(text, all);
  }

  /** As it is published. */
  public String encoded() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()).append('\n'));
    return note.toString();
  }
}
