package cn.zhixin.ledger.note;

import cn.zhixin.encoding.Digest;

/**
 * What a log says of itself at one size (C2SP tlog-checkpoint), without extension lines.
 *
 * @param origin names the log
 * @param size leaves
 * @param root of the tree of that size
 */
public record Checkpoint(String origin, long size, Digest root) {
  private static final int LINES = 3;

  public Checkpoint {
    if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
      throw new IllegalArgumentException("a checkpoint has an origin of one line and a size");
    }
  }

  /**
   * @throws MalformedNote also for extension lines, which nobody could audit
   */
  public static Checkpoint parse(String text) throws MalformedNote {
    String[] lines = text.split("\n", -1);
    if (lines.length != LINES + 1 || !lines[LINES].isEmpty() || lines[0].isEmpty()) {
      throw new MalformedNote("three lines: origin, size, root", "another text");
    }
    return new Checkpoint(
        lines[0],
        Base64Text.number(lines[1], "a tree's size"),
        Base64Text.digest(lines[2], "a root"));
  }

  /** The text of the note. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64Text.encode(root.value()) + "\n";
  }
}
