package cn.zhixin.document.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.Refusal;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.encoding.Bytes;
import java.time.Instant;

/**
 * The document's metadata (ISO 16684-1) with the identifications of PDF/A-3a and PDF/UA-1.
 *
 * <p>A certificate's title differs in length; the stream's length is an object of its own, because
 * the stream begins before the title is known.
 */
public final class XmpPacket {
  /** In bytes of UTF-8. */
  static final int LONGEST_TITLE = 300;

  static final byte[] HEAD =
      ("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
              + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
              + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
              + extensionSchema()
              + "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
              + " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
              + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
              + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
              + "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
              + "<pdfuaid:part>1</pdfuaid:part><xmp:CreatorTool>Zhixin</xmp:CreatorTool>"
              + "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">")
          .getBytes(UTF_8);
  static final byte[] AFTER_TITLE =
      "</rdf:li></rdf:Alt></dc:title><xmp:CreateDate>".getBytes(US_ASCII);
  static final byte[] BETWEEN_DATES = "</xmp:CreateDate><xmp:ModifyDate>".getBytes(US_ASCII);
  static final byte[] AFTER_DATES =
      "</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta>\n".getBytes(US_ASCII);
  static final byte[] PACKET_END = "<?xpacket end=\"r\"?>".getBytes(US_ASCII);
  static final byte[] END = "\nendstream\nendobj\n".getBytes(US_ASCII);

  private XmpPacket() {}

  /**
   * Opens the metadata stream and stops before the first byte that differs.
   *
   * @param length the object that gives the stream's length
   */
  static void writeHead(ByteBuilder out, int number, int length) {
    out.latin(
        number + " 0 obj\n<</Type/Metadata/Subtype/XML/Length " + length + " 0 R>>\nstream\n");
    out.append(HEAD);
  }

  /** The packet of a document that is written once: title and time as they are. */
  public static Bytes of(String title, Instant at) {
    DocumentTime time = new DocumentTime();
    time.set(at);
    ByteBuilder out = new ByteBuilder(HEAD.length + 1024);
    out.append(HEAD).append(escape(title).getBytes(UTF_8)).append(AFTER_TITLE).append(time.iso());
    out.append(BETWEEN_DATES).append(time.iso()).append(AFTER_DATES).append(PACKET_END);
    return Bytes.wrap(out.toByteArray());
  }

  /**
   * Writes the rest of the stream.
   *
   * @return the stream's length
   */
  static int writeTail(ByteBuilder out, String title, DocumentTime time) throws ContentRefused {
    byte[] escaped = escape(title).getBytes(UTF_8);
    if (escaped.length > LONGEST_TITLE) {
      throw new ContentRefused(new Refusal.TooLong("documentTitle", title.length()));
    }
    int start = out.size() - HEAD.length;
    out.append(escaped).append(AFTER_TITLE).append(time.iso()).append(BETWEEN_DATES);
    out.append(time.iso()).append(AFTER_DATES).append(PACKET_END);
    int length = out.size() - start;
    out.append(END);
    return length;
  }

  private static String escape(String title) {
    StringBuilder out = new StringBuilder(title.length() + 16);
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c < ' ' ? ' ' : c);
      }
    }
    return out.toString();
  }

  /** PDF/A knows no {@code pdfuaid}: its schema is described in the file (ISO 19005-3 §6.6.2.3). */
  private static String extensionSchema() {
    return "<rdf:Description rdf:about=\"\""
        + " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
        + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
        + " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
        + "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
        + "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
        + "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
        + "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
        + "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
        + "<pdfaProperty:name>part</pdfaProperty:name>"
        + "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
        + "<pdfaProperty:category>internal</pdfaProperty:category>"
        + "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
        + "</rdf:li></rdf:Seq></pdfaSchema:property>"
        + "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";
  }
}
