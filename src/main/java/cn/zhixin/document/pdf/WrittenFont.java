package cn.zhixin.document.pdf;

import java.util.Arrays;

/** A font subset that stands in one certificate alone, as {@link OwnFonts} writes it. */
final class WrittenFont {
  /** How many objects one font is. */
  static final int OBJECTS = 5;

  private static final int NAME_LETTERS = 6;
  private static final int LONGEST_NAME = 100;
  private static final byte[] FLAGS = WrittenCertificate.ascii("/Flags 4/FontBBox[");
  private static final byte[] ANGLE = WrittenCertificate.ascii("]/ItalicAngle 0/Ascent ");
  private static final byte[] DESCENT = WrittenCertificate.ascii("/Descent ");
  private static final byte[] HEIGHT =
      WrittenCertificate.ascii("/CapHeight 700/StemV 80/FontFile2 ");

  private final WrittenBytes in;
  private final byte[] file;
  private final WrittenObjects objects;

  private WrittenFont(WrittenBytes in, byte[] file, WrittenObjects objects) {
    this.in = in;
    this.file = file;
    this.objects = objects;
  }

  /**
   * Takes the five objects of one font, and hands out what its numbers stand for.
   *
   * @param typeZero number of the first, which was taken already
   */
  static ToUnicodeMap read(WrittenBytes in, byte[] file, WrittenObjects objects, int typeZero)
      throws NotAsWritten {
    WrittenFont font = new WrittenFont(in, file, objects);
    font.dictionaries(typeZero);
    font.file(typeZero + 3);
    return font.toUnicode(typeZero + 4);
  }

  private void dictionaries(int typeZero) throws NotAsWritten {
    in.expect(OwnFonts.BEGIN);
    in.expect(SubsetFont.TYPE_ZERO);
    byte[] name = name();
    in.expect(SubsetFont.DESCENDANT);
    in.expectDecimal(typeZero + 1);
    in.expect(SubsetFont.TO_UNICODE);
    in.expectDecimal(typeZero + 4);
    in.expect(SubsetFont.END_REFERENCE);
    in.expect(OwnFonts.END);

    objects.expect(in, typeZero + 1);
    in.expect(OwnFonts.BEGIN);
    in.expect(SubsetFont.CID_FONT);
    in.expect(name);
    in.expect(SubsetFont.DESCRIPTOR);
    in.expectDecimal(typeZero + 2);
    in.expect(SubsetFont.WIDTHS);
    while (!in.take(']')) {
      in.decimal();
      in.expect('[');
      in.decimal();
      in.expect(']');
    }
    in.expect('>');
    in.expect('>');
    in.expect(OwnFonts.END);

    objects.expect(in, typeZero + 2);
    in.expect(OwnFonts.BEGIN);
    in.expect(SubsetFont.FONT_NAME);
    in.expect(name);
    metrics();
    in.expectDecimal(typeZero + 3);
    in.expect(SubsetFont.END_REFERENCE);
    in.expect(OwnFonts.END);
  }

  private byte[] name() throws NotAsWritten {
    int start = in.skipTo('/', LONGEST_NAME);
    byte[] name = Arrays.copyOfRange(file, start, in.at());
    for (int i = 0; i < name.length; i++) {
      boolean capital = name[i] >= 'A' && name[i] <= 'Z';
      boolean other = name[i] >= 'a' && name[i] <= 'z' || name[i] >= '0' && name[i] <= '9';
      boolean fits =
          i < NAME_LETTERS
              ? capital
              : i == NAME_LETTERS ? name[i] == '+' : capital || other || name[i] == '-';
      in.require(fits);
    }
    return name;
  }

  private void metrics() throws NotAsWritten {
    in.expect(FLAGS);
    for (int i = 0; i < 4; i++) {
      in.real();
      if (i < 3) {
        in.expect(' ');
      }
    }
    in.expect(ANGLE);
    in.real();
    in.expect(DESCENT);
    in.real();
    in.expect(HEIGHT);
  }

  private void file(int number) throws NotAsWritten {
    objects.expect(in, number);
    in.expect(OwnFonts.FONT_FILE);
    in.digits(OwnFonts.LENGTH_DIGITS);
    in.expect(OwnFonts.LENGTH);
    int length = in.digits(OwnFonts.LENGTH_DIGITS);
    in.expect(OwnFonts.BEGIN_STREAM);
    in.skip(length);
    in.expect(OwnFonts.END_STREAM);
  }

  private ToUnicodeMap toUnicode(int number) throws NotAsWritten {
    objects.expect(in, number);
    in.expect(OwnFonts.BEGIN_LENGTH);
    int length = in.digits(OwnFonts.LENGTH_DIGITS);
    in.expect(OwnFonts.BEGIN_STREAM);
    int start = in.at();
    ToUnicodeMap map = ToUnicodeMap.read(in);
    in.require(in.at() - start == length);
    in.expect(OwnFonts.END_STREAM);
    return map;
  }
}
