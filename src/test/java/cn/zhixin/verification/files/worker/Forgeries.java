package cn.zhixin.verification.files.worker;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.document.TestAuthority;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.files.SampleFiles;
import cn.zhixin.verification.offline.IssuedFiles;
import cn.zhixin.verification.offline.StampedFiles;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The published attacks on signed documents, applied to a certificate of ours. Seeded. */
final class Forgeries {
  private static final Pattern RANGE =
      Pattern.compile("/ByteRange\\s*\\[\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*\\]");

  private static final TestAuthority STRANGER = new TestAuthority();

  private final IssuedFiles files;
  private final Random random;
  private final Certificate certificate;
  private final Certificate other;
  private final Bytes genuine;
  private final String text;
  private final Bytes stamped;
  private final List<Bytes> altered;

  Forgeries(
      IssuedFiles files, StampedFiles stamps, Certificate certificate, Certificate other, long seed)
      throws Exception {
    this.files = files;
    this.random = new Random(seed);
    this.certificate = certificate;
    this.other = other;
    this.genuine = files.file(certificate);
    this.text = new String(genuine.toArray(), StandardCharsets.ISO_8859_1);
    this.stamped = stamps.file(certificate);
    this.altered = List.copyOf(StampedFiles.altered(stamped).values());
  }

  /** The certificate without a time stamp, and with one. */
  List<Bytes> genuine() {
    return List.of(genuine, stamped);
  }

  /** One attack, by its name. */
  record Forgery(String name, Bytes file) {}

  Forgery next(int number) throws Exception {
    return switch (number % 17) {
      case 0, 1, 2 -> new Forgery("bytes flipped", flipped(1 + random.nextInt(3)));
      case 3 -> new Forgery("bytes appended", appended());
      case 4 -> new Forgery("cut off", genuine.slice(0, 1 + random.nextInt(genuine.size() - 1)));
      case 5 -> new Forgery("saved incrementally", incremental());
      case 6 -> new Forgery("an object shadowed", shadowed());
      case 7 -> new Forgery("wrapped", wrapped());
      case 8 -> new Forgery("universal", universal());
      case 9 -> new Forgery("another range", otherRange());
      case 10 -> new Forgery("attachments swapped", swapped());
      case 11 -> new Forgery("sealed by a stranger", resealed());
      case 12 -> new Forgery("proof or QR or name of another", mixed());
      case 13 -> new Forgery("a piece moved", moved());
      case 14 -> new Forgery("written anew", SampleFiles.savedAgain(genuine));
      case 15 -> new Forgery("signature of another", signatureOfAnother());
      // one after the other: each is another rule
      default -> new Forgery("signature altered", altered.get(number / 17 % altered.size()));
    };
  }

  private Bytes flipped(int count) {
    byte[] changed = genuine.toArray();
    for (int i = 0; i < count; i++) {
      changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
    }
    return Bytes.wrap(changed);
  }

  private Bytes appended() {
    String[] tails = {"\n", "%", "\n%%EOF\n", " ", "\0", "startxref\n0\n%%EOF\n", "x".repeat(99)};
    return SampleFiles.latin1(text + tails[random.nextInt(tails.length)]);
  }

  private Bytes incremental() throws Exception {
    try (PDDocument document = Loader.loadPDF(genuine.toArray())) {
      PDPage page = document.getPage(0);
      page.getCOSObject().setInt(COSName.ROTATE, 90 * (1 + random.nextInt(3)));
      page.getCOSObject().setNeedToBeUpdated(true);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      return Bytes.wrap(out.toByteArray());
    }
  }

  /** A second version of an object behind the end, with a table of its own or none. */
  private Bytes shadowed() {
    int object = 1 + random.nextInt(30);
    int at = text.length();
    String shadow = object + " 0 obj\n<</Type/Page/MediaBox[0 0 9 9]>>\nendobj\n";
    String table =
        random.nextBoolean()
            ? ""
            : "xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size 99/Root 1 0 R/Prev 9>>\n"
                .formatted(object, at);
    return SampleFiles.latin1(
        text + shadow + table + "startxref\n" + (at + shadow.length()) + "\n%%EOF\n");
  }

  /** The second signed range is moved back and something else stands in the space between. */
  private Bytes wrapped() {
    Matcher range = range();
    int gapEnd = Integer.parseInt(range.group(3));
    String inserted = "/X(" + "y".repeat(random.nextInt(200)) + ")%";
    String numbers =
        "/ByteRange[0 %s %d %s]"
            .formatted(range.group(2), gapEnd + inserted.length(), range.group(4));
    String moved = text.substring(0, gapEnd) + inserted + text.substring(gapEnd);
    return SampleFiles.latin1(
        moved.replace(range.group(), padded(numbers, range.group().length())));
  }

  private Bytes universal() {
    String gap = text.substring(gapStart(), gapEnd());
    String[][] replacements = {
      {"/Contents<", "/Contentx<"},
      {gap, "<" + "0".repeat(gap.length() - 2) + ">"},
      {gap, padded("null", gap.length())},
      {gap, padded("<>", gap.length())},
      {"/ByteRange", "/ByteRangx"},
      {range().group(), padded("/ByteRange null", range().group().length())},
      {range().group(), padded("/ByteRange[]", range().group().length())},
      {range().group(), padded("/ByteRange[0 -1 -1 0]", range().group().length())},
      {"/ETSI.CAdES.detached", "/adbe.pkcs7.detached"},
      {"/DocMDP", "/DocMDX"},
    };
    String[] chosen = replacements[random.nextInt(replacements.length)];
    return SampleFiles.latin1(text.replace(chosen[0], chosen[1]));
  }

  private Bytes otherRange() {
    Matcher range = range();
    int which = 1 + random.nextInt(4);
    int value = Integer.parseInt(range.group(which)) + 1 + random.nextInt(500);
    StringBuilder numbers = new StringBuilder("/ByteRange[");
    for (int i = 1; i <= 4; i++) {
      numbers
          .append(i == which ? Integer.toString(value) : range.group(i))
          .append(i < 4 ? " " : "]");
    }
    return SampleFiles.latin1(
        text.replace(range.group(), padded(numbers.toString(), range.group().length())));
  }

  private Bytes swapped() throws Exception {
    String theirs = latin1(other.credential());
    String ours = latin1(certificate.credential());
    String proof = latin1(EnteredCertificates.proof(other).encoded());
    String own = text.substring(text.indexOf("c2sp.org/tlog-proof@v1"));
    own = own.substring(0, Math.min(proof.length(), own.length()));
    return SampleFiles.latin1(
        random.nextBoolean()
            ? text.replace(ours, padded(theirs, ours.length()))
            : text.replace(own, padded(proof, own.length())));
  }

  private Bytes resealed() throws Exception {
    return files.file(
        certificate,
        certificate.result().name().value(),
        IssuedFiles.qr(certificate),
        EnteredCertificates.proof(certificate).encoded(),
        STRANGER.newSigner());
  }

  private Bytes mixed() throws Exception {
    return switch (random.nextInt(3)) {
      case 0 -> files.file(certificate, EnteredCertificates.proof(other).encoded());
      case 1 -> files.file(certificate, certificate.result().name().value(), IssuedFiles.qr(other));
      default -> files.file(certificate, "李四", IssuedFiles.qr(certificate));
    };
  }

  private Bytes moved() {
    int size = 16 + random.nextInt(2_000);
    int from = random.nextInt(text.length() - size);
    int to = random.nextInt(text.length() - size);
    String piece = text.substring(from, from + size);
    return SampleFiles.latin1(
        random.nextBoolean()
            ? text.substring(0, to) + piece + text.substring(to)
            : text.substring(0, to) + piece + text.substring(to + size));
  }

  private Bytes signatureOfAnother() throws Exception {
    String theirs = latin1(files.file(other));
    Matcher range = RANGE.matcher(theirs);
    if (!range.find()) {
      throw new IllegalStateException("a certificate without a signature");
    }
    String value =
        theirs.substring(Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)));
    String gap = text.substring(gapStart(), gapEnd());
    return SampleFiles.latin1(text.replace(gap, padded(value, gap.length())));
  }

  private Matcher range() {
    Matcher range = RANGE.matcher(text);
    if (!range.find()) {
      throw new IllegalStateException("a certificate without a signature");
    }
    return range;
  }

  private int gapStart() {
    return Integer.parseInt(range().group(2));
  }

  private int gapEnd() {
    return Integer.parseInt(range().group(3));
  }

  private static String padded(String content, int length) {
    return content.length() >= length
        ? content.substring(0, length)
        : content + " ".repeat(length - content.length());
  }

  private static String latin1(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }

  static List<String> names() {
    return List.of("丛培元", "𬭎龑䶮𠅤", "李㛃", "阿卜杜热合曼·买买提吐尔逊", "古丽巴哈尔", "王一");
  }
}
