package cn.zhixin.document.pdf;

import java.util.Map;

/**
 * The texts of a certificate's own content stream as {@link CertificateContent} writes it, in their
 * order: the numbers of characters, and of which fonts.
 */
final class WrittenText {
  private static final byte[] BEGIN = WrittenCertificate.ascii("q ");
  private static final byte[] BEGIN_MATRIX = WrittenCertificate.ascii(" cm\n");
  private static final byte[] BEGIN_TEXT = WrittenCertificate.ascii("BT ");
  private static final byte[] SPACING = WrittenCertificate.ascii(" Tc ");
  private static final byte[] PHOTO = WrittenCertificate.ascii("/P");
  private static final byte[] SYMBOL = WrittenCertificate.ascii("/Q");
  private static final int LONGEST_OPENING = 120;
  private static final int OWN = 1 << 31;
  private static final int END_OF_SLOT = -1;
  private static final int LARGEST_FONT = 0x7ffe;
  private static final int MOST_CHARACTERS = 5_000;

  private final WrittenBytes in;

  /** Font in the higher half, CID in the lower. */
  private final int[] shown = new int[MOST_CHARACTERS];

  private int count;

  private WrittenText(WrittenBytes in) {
    this.in = in;
  }

  /** Takes a content stream from its first byte to its last. */
  static WrittenText read(WrittenBytes in) throws NotAsWritten {
    WrittenText text = new WrittenText(in);
    text.content();
    return text;
  }

  private void content() throws NotAsWritten {
    in.expect(BEGIN);
    in.frameThrough(BEGIN_MATRIX, LONGEST_OPENING);
    while (!in.take('Q')) {
      if (in.isNext(CertificateContent.FIGURE)) {
        figure();
      } else {
        slot();
      }
    }
  }

  private void slot() throws NotAsWritten {
    in.frameThrough(BEGIN_TEXT, LONGEST_OPENING);
    int start = in.at();
    while (!in.isNext('E')) {
      in.real();
      if (in.take(SPACING)) {
        in.frameFrom(start);
        continue;
      }
      reals(5);
      in.expect(TextOperators.TM);
      do {
        show();
      } while (in.isNext('/'));
    }
    in.expect(CertificateContent.END_TEXT);
    add(END_OF_SLOT);
  }

  private void reals(int more) throws NotAsWritten {
    for (int i = 0; i < more; i++) {
      in.expect(' ');
      in.real();
    }
  }

  private void show() throws NotAsWritten {
    in.expect('/');
    boolean own = in.take('D');
    if (!own) {
      in.expect('F');
    }
    int font = in.decimal();
    in.require(font <= LARGEST_FONT);
    in.expect(' ');
    in.real();
    in.expect(TextOperators.TF);
    do {
      add((own ? OWN : 0) | font << 16 | in.hex16());
    } while (!in.isNext('>'));
    in.expect(TextOperators.TJ);
  }

  private void add(int character) throws NotAsWritten {
    in.require(count < shown.length);
    shown[count++] = character;
  }

  private void figure() throws NotAsWritten {
    in.frameThrough(CertificateContent.BEGIN_CONTENT, LONGEST_OPENING);
    in.real();
    reals(3);
    if (in.take(CertificateContent.CLIP)) {
      image(PHOTO);
    } else {
      reals(2);
      in.expect(CertificateContent.MATRIX);
      in.expect(SYMBOL);
    }
    in.expect(CertificateContent.END_FIGURE);
  }

  private void image(byte[] name) throws NotAsWritten {
    in.real();
    reals(5);
    in.expect(CertificateContent.MATRIX);
    in.expect(name);
  }

  /**
   * The texts, a line for each slot.
   *
   * @param shared fonts of all certificates of the template, by the number in their names
   * @param own fonts of this certificate, the same way
   * @throws NotAsWritten if one of the characters cannot be told
   */
  String decoded(Map<Integer, ToUnicodeMap> shared, Map<Integer, ToUnicodeMap> own)
      throws NotAsWritten {
    StringBuilder text = new StringBuilder(count + 64);
    for (int i = 0; i < count; i++) {
      if (shown[i] == END_OF_SLOT) {
        text.append('\n');
      } else {
        ToUnicodeMap font = (shown[i] < 0 ? own : shared).get(shown[i] >> 16 & 0x7fff);
        int codePoint = font == null ? 0 : font.character(shown[i] & 0xffff);
        in.require(codePoint != 0);
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }
}
