package cn.zhixin.ledger.note;

/** A text that is not the note, checkpoint, proof or key it should be. */
public final class MalformedNote extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedNote(String expected, String found) {
    super("expected " + expected + ", found " + found);
  }
}
