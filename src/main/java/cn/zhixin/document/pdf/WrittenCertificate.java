package cn.zhixin.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.zhixin.encoding.Bytes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file taken apart as {@link CertificateWriter} puts it together: the prefix, which all
 * certificates of one template share, and behind it piece by piece what the writer writes, each
 * byte accounted for and each row of the cross-reference table followed.
 *
 * <p>At the prefix itself nothing is looked. Two files with the same prefix and the same {@link
 * #frame} are the same document but for what is handed out here, the data of embedded fonts and of
 * the photo, the title and the time.
 */
public final class WrittenCertificate {
  private static final byte[] OWN_FONT = ascii(" 0 obj\n<</Type/Font");
  private static final byte[] SHARED_NAME = ascii("/F");
  private static final byte[] OWN_NAME = ascii("/D");
  private static final byte[] REFERENCE = ascii(" 0 R");
  private static final int SMALLEST_SYMBOL = 21;
  private static final int LARGEST_SYMBOL = 177;

  private final byte[] file;
  private final WrittenBytes in;
  private final WrittenObjects objects = new WrittenObjects();

  /** By their first objects, in the order of the file. */
  private final Map<Integer, ToUnicodeMap> fonts = new LinkedHashMap<>();

  private final Map<Integer, ToUnicodeMap> fontsByName = new HashMap<>();
  private final WrittenTime time;
  private final WrittenText text;
  private final Bytes symbol;
  private final Bytes credential;
  private final Bytes ledgerProof;
  private final WrittenEnd end;

  private WrittenCertificate(byte[] file, int prefix) throws NotAsWritten {
    this.file = file;
    this.in = new WrittenBytes(file, prefix);
    this.time = metadata(prefix);
    this.text = content();
    ownFonts();
    fontResources();
    this.symbol = pictures();
    this.credential = attachment(CertificateWriter.CREDENTIAL);
    this.ledgerProof = attachment(CertificateWriter.LEDGER_PROOF);
    this.end = WrittenEnd.read(in, file, objects, time, fonts.size() * WrittenFont.OBJECTS);
  }

  /**
   * Takes a file apart.
   *
   * @param prefix how many bytes of it are the prefix, 0 to all
   * @throws NotAsWritten if the writer would not have written these bytes behind the prefix
   */
  public static WrittenCertificate read(byte[] file, int prefix) throws NotAsWritten {
    return new WrittenCertificate(file, prefix);
  }

  /**
   * Where the prefix ends in a file that the writer may have made.
   *
   * @throws NotAsWritten if there is none
   */
  public static int prefixOf(byte[] file) throws NotAsWritten {
    byte[] head = XmpPacket.HEAD;
    for (int i = 0; i <= file.length - head.length; i++) {
      if (file[i] == head[0] && Arrays.equals(file, i, i + head.length, head, 0, head.length)) {
        return i + head.length;
      }
    }
    throw new NotAsWritten(file.length);
  }

  static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** At the title, which proves nothing, is not looked. */
  private WrittenTime metadata(int prefix) throws NotAsWritten {
    in.skipTo('<', XmpPacket.LONGEST_TITLE);
    in.expect(XmpPacket.AFTER_TITLE);
    WrittenTime read = WrittenTime.read(in, file);
    in.expect(XmpPacket.BETWEEN_DATES);
    in.expect(read.iso());
    in.expect(XmpPacket.AFTER_DATES);
    in.expect(XmpPacket.PACKET_END);
    int length = in.at() - prefix + XmpPacket.HEAD.length;
    in.expect(XmpPacket.END);
    begin(CertificateWriter.BEGIN_OBJECT);
    in.expectDecimal(length);
    in.expect(CertificateWriter.END_OBJECT);
    return read;
  }

  private WrittenText content() throws NotAsWritten {
    begin(CertificateWriter.BEGIN_LENGTH);
    int length = in.decimal();
    in.expect(CertificateWriter.BEGIN_STREAM);
    int start = in.at();
    WrittenText content = WrittenText.read(in);
    in.require(in.at() - start == length);
    in.expect(CertificateWriter.END_STREAM);
    return content;
  }

  /** The fonts of this certificate alone, and the number of the font resources behind them. */
  private void ownFonts() throws NotAsWritten {
    int start = in.at();
    int number = objects.next(in);
    while (in.isNext(OWN_FONT)) {
      fonts.put(number, WrittenFont.read(in, file, objects, number));
      start = in.at();
      number = objects.next(in);
    }
    in.frameFrom(start);
  }

  private void fontResources() throws NotAsWritten {
    in.expect(CertificateWriter.BEGIN_DICTIONARY);
    int shared = in.at();
    while (in.take(SHARED_NAME)) {
      in.decimal();
      in.expect(' ');
      in.decimal();
      in.expect(REFERENCE);
    }
    in.frameFrom(shared);
    for (Map.Entry<Integer, ToUnicodeMap> font : fonts.entrySet()) {
      in.expect(OWN_NAME);
      in.require(fontsByName.put(in.decimal(), font.getValue()) == null);
      in.expect(' ');
      in.expectDecimal(font.getKey());
      in.expect(REFERENCE);
    }
    in.expect(CertificateWriter.END_DICTIONARY);
  }

  /** Takes the photo, if there is one, and hands out the symbol. */
  private Bytes pictures() throws NotAsWritten {
    int width = image();
    int height = in.decimal();
    if (in.take(CertificateWriter.GREY_JPEG) || in.take(CertificateWriter.COLOUR_JPEG)) {
      stream(in.decimal());
      width = image();
      height = in.decimal();
    }
    in.require(width == height && width >= SMALLEST_SYMBOL && width <= LARGEST_SYMBOL);
    in.expect(CertificateWriter.BITS);
    int size = (width + 7) / 8 * width;
    in.expectDecimal(size);
    return stream(size);
  }

  private int image() throws NotAsWritten {
    begin(CertificateWriter.IMAGE);
    int width = in.decimal();
    in.expect(CertificateWriter.HEIGHT);
    return width;
  }

  private Bytes attachment(byte[] opening) throws NotAsWritten {
    begin(opening);
    in.expect(time.pdf());
    in.expect(CertificateWriter.SIZE);
    int size = in.decimal();
    in.expect(CertificateWriter.LENGTH);
    in.expectDecimal(size);
    return stream(size);
  }

  private Bytes stream(int length) throws NotAsWritten {
    in.expect(CertificateWriter.BEGIN_STREAM);
    int start = in.skip(length);
    in.expect(CertificateWriter.END_STREAM);
    return Bytes.wrap(Arrays.copyOfRange(file, start, start + length));
  }

  /** Takes the beginning of an object that has the same number in all certificates. */
  private void begin(byte[] opening) throws NotAsWritten {
    objects.common(in);
    in.expect(opening);
  }

  /** What is the same behind the prefix in all certificates of the template. */
  public byte[] frame() {
    return in.frame();
  }

  /**
   * The page's texts in their order, a line for each place that a value stands in.
   *
   * @param shared the fonts that all certificates of the template share, by the number in their
   *     names
   * @throws NotAsWritten if a character is in none of the fonts
   */
  public String text(Map<Integer, ToUnicodeMap> shared) throws NotAsWritten {
    return text.decoded(shared, fontsByName);
  }

  /** The QR symbol as {@link cn.zhixin.document.qr.QrSymbol#packed} gives it. */
  public Bytes symbol() {
    return symbol;
  }

  /** Content of the attachment {@code credential.cose}. */
  public Bytes credential() {
    return credential;
  }

  /** Content of the attachment {@code ledger.tlog-proof}. */
  public Bytes ledgerProof() {
    return ledgerProof;
  }

  /** Index of the angle bracket that opens the signature. */
  public int gapStart() {
    return end.gapStart();
  }

  /** Index behind the angle bracket that closes it. */
  public int gapEnd() {
    return end.gapEnd();
  }

  /** DER of the signature, without the zeros behind it. */
  public Bytes cms() {
    return end.cms();
  }
}
