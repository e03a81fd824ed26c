package cn.zhixin.document.reading;

import cn.zhixin.document.QrText;
import cn.zhixin.document.qr.QrEncoder;
import cn.zhixin.document.qr.QrSymbol;
import cn.zhixin.document.qr.QrTooLong;
import cn.zhixin.encoding.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small document in the form of a certificate, object by object, so that a test can change one
 * thing. Its signature is a DER SEQUENCE and no more: reading does not verify.
 */
final class SamplePdf {
  static final QrText QR =
      new QrText("https://cert.example.cn/v/", "7K3M9QPX2RTV4WZC", "0123456789");
  static final String CREDENTIAL = "credential bytes";
  static final String LEDGER_PROOF =
      "c2sp.org/tlog-proof@v1\nindex 0\n\ncert.example.cn/ledger\n1\n"
          + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nsignature line\n";
  static final String CMS = "300302010A";

  static final int CATALOG = 1;
  static final int PAGES = 2;
  static final int PAGE = 3;
  static final int CONTENT = 4;
  static final int SYMBOL = 5;
  static final int FIELD = 6;
  static final int SIGNATURE = 7;
  static final int SPECIFICATION = 8;
  static final int ATTACHMENT = 9;
  static final int FONT = 10;
  static final int PROOF_SPECIFICATION = 11;
  static final int PROOF_ATTACHMENT = 12;

  /** The first number that no object has. */
  static final int NEXT = 13;

  private static final String RANGE_PLACE = "0 00000000 00000000 00000000";

  private final Map<Integer, String> objects = new TreeMap<>();
  private String header = "%PDF-1.7\n";
  private String trailer = "/Root 1 0 R";

  SamplePdf() throws QrTooLong {
    QrSymbol symbol = new QrEncoder().encode(QR);
    object(
        CATALOG,
        "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]/SigFlags 3>>"
            + "/Perms<</DocMDP 7 0 R>>/AF[8 0 R 11 0 R]>>");
    object(PAGES, "<</Type/Pages/Count 1/Kids[3 0 R]>>");
    object(
        PAGE,
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents 4 0 R/Annots[6 0 R]"
            + "/Resources<</Font<</F 10 0 R>>/XObject<</Q 5 0 R>>>>>>");
    stream(CONTENT, "", "BT /F 12 Tf 50 50 Td (Zhang San) Tj ET");
    stream(
        SYMBOL,
        "/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 1/Width "
            + symbol.size()
            + "/Height "
            + symbol.size(),
        latin1(symbol.packed()));
    object(FIELD, "<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/V 7 0 R/Rect[0 0 0 0]/P 3 0 R>>");
    object(
        SIGNATURE,
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Reference[<</Type/SigRef"
            + "/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]"
            + "/ByteRange["
            + RANGE_PLACE
            + "]/Contents<"
            + CMS
            + "00".repeat(40)
            + ">>>");
    object(
        SPECIFICATION,
        "<</Type/Filespec/F(credential.cose)/UF(credential.cose)/EF<</F 9 0 R/UF 9 0 R>>>>");
    stream(ATTACHMENT, "/Type/EmbeddedFile/Subtype/application#2Fcose", CREDENTIAL);
    object(
        PROOF_SPECIFICATION,
        "<</Type/Filespec/F(ledger.tlog-proof)/UF(ledger.tlog-proof)"
            + "/EF<</F 12 0 R/UF 12 0 R>>>>");
    stream(PROOF_ATTACHMENT, "/Type/EmbeddedFile/Subtype/text#2Fplain", LEDGER_PROOF);
    object(FONT, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  }

  SamplePdf object(int number, String body) {
    objects.put(number, body);
    return this;
  }

  SamplePdf stream(int number, String entries, String content) {
    return object(
        number,
        "<<" + entries + "/Length " + content.length() + ">>\nstream\n" + content + "\nendstream");
  }

  /** Replaces a part of an object that must be there. */
  SamplePdf with(int number, String part, String other) {
    String body = objects.get(number);
    if (body == null || !body.contains(part)) {
      throw new IllegalArgumentException("object " + number + " has no " + part);
    }
    return object(number, body.replace(part, other));
  }

  SamplePdf header(String other) {
    header = other;
    return this;
  }

  SamplePdf trailer(String entries) {
    trailer = trailer + entries;
    return this;
  }

  /** Each character a byte. */
  String text() {
    StringBuilder file = new StringBuilder(header);
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (Map.Entry<Integer, String> object : objects.entrySet()) {
      table.append(String.format("%010d 00000 n \n", file.length()));
      file.append(object.getKey()).append(" 0 obj\n").append(object.getValue());
      file.append("\nendobj\n");
    }
    int start = file.length();
    int count = objects.size() + 1;
    file.append("xref\n0 ").append(count).append('\n').append(table);
    file.append("trailer\n<</Size ").append(count).append(trailer).append(">>\n");
    file.append("startxref\n").append(start).append("\n%%EOF\n");
    int place = file.indexOf(RANGE_PLACE);
    if (place >= 0) {
      int gap = file.indexOf("/Contents<", place) + "/Contents".length();
      int end = file.indexOf(">", gap) + 1;
      String range = String.format("0 %08d %08d %08d", gap, end, file.length() - end);
      file.replace(place, place + RANGE_PLACE.length(), range);
    }
    return file.toString();
  }

  Bytes bytes() {
    return bytes(text());
  }

  static Bytes bytes(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String latin1(Bytes bytes) {
    return new String(bytes.unsafeArray(), StandardCharsets.ISO_8859_1);
  }
}
