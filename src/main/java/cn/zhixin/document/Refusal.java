package cn.zhixin.document;

/** Why a certificate cannot be drawn as it was asked for: something for people to mend. */
public sealed interface Refusal {
  /** The slot concerned. */
  String field();

  /** No font of the slot's family has this character. */
  record MissingGlyph(String field, int codePoint) implements Refusal {
    @Override
    public String toString() {
      return field
          + ": no font has the character "
          + Character.toString(codePoint)
          + String.format(" (U+%04X)", codePoint);
    }
  }

  /**
   * The text does not fit even at its smallest size on all its lines.
   *
   * @param characters how many it has
   */
  record TooLong(String field, int characters) implements Refusal {
    @Override
    public String toString() {
      return field + ": " + characters + " characters do not fit";
    }
  }

  /** The photo is not a JPEG that can be shown as it is. */
  record UnusablePhoto(String reason) implements Refusal {
    @Override
    public String field() {
      return "photo";
    }

    @Override
    public String toString() {
      return "photo: " + reason;
    }
  }

  /**
   * The text of the QR symbol needs a symbol too fine for print.
   *
   * @param bits what it needs
   * @param capacity what the largest symbol holds
   */
  record QrTextTooLong(int bits, int capacity) implements Refusal {
    @Override
    public String field() {
      return "qr";
    }

    @Override
    public String toString() {
      return "qr: " + bits + " bits do not fit into " + capacity;
    }
  }
}
