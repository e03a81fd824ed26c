package cn.zhixin.document.pdf;

import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.document.Report;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.font.FontLibrary;
import cn.zhixin.document.qr.QrEncoder;
import cn.zhixin.document.qr.QrSymbol;
import cn.zhixin.document.qr.QrTooLong;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Writes one report: PDF/A-3a and PDF/UA-1, written once and wholly covered by one signature that
 * permits no change, as a certificate is. Confined to one thread.
 */
public final class ReportWriter {
  private static final int ID_SIZE = 16;
  private static final int OFFSET_DIGITS = 8;

  /** Long reports are made while people wait: a tenth larger, in half the time. */
  private static final int EFFORT = 4;

  private final Report report;
  private final ReportText text;
  private final StaticObjects objects = new StaticObjects(EFFORT);
  private final ByteBuilder out = objects.out();
  private final DocumentTime time = new DocumentTime();
  private final int catalog = objects.reserve();
  private final int pages = objects.reserve();
  private final int fonts = objects.reserve();
  private final int symbol = objects.reserve();
  private final int widget = objects.reserve();
  private final int signature = objects.reserve();

  public ReportWriter(FontLibrary library, Report report) throws IOException {
    this.report = report;
    this.text = new ReportText(library);
    time.set(report.at());
  }

  public RenderedDocument write(DocumentSigner signer) {
    ReportPages layout = new ReportPages(text, report);
    TaggedPages drawn = layout.draw();
    int[] numbers = new int[drawn.count()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = objects.reserve();
    }
    writePages(drawn, numbers);
    writeWidget(numbers);
    writeSymbol();
    int structure = drawn.structure().write(objects, numbers, widget);
    int outline =
        numbers.length < ReportOutline.PAGES
            ? 0
            : ReportOutline.write(objects, layout.marks(), numbers);
    writeCatalog(structure, outline);
    objects.object(
        fonts, "<<" + new OwnFonts(text.faces()).write(out, objects.xref(), text.glyphs()) + ">>");
    objects.writeDictionaries();
    return sign(signer);
  }

  private void writePages(TaggedPages drawn, int[] numbers) {
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < numbers.length; i++) {
      int content = objects.reserve();
      objects.stream(content, "", drawn.content(i).toByteArray());
      objects.object(
          numbers[i],
          "<</Type/Page/Parent "
              + (pages + " 0 R/MediaBox[0 0 ")
              + (PdfText.number(ReportPages.WIDTH) + " " + PdfText.number(ReportPages.HEIGHT))
              + ("]/Contents " + content + " 0 R/StructParents " + i + "/Tabs/S")
              + ("/Resources<</Font " + fonts + " 0 R/XObject<</Q " + symbol + " 0 R>>>>")
              + (i == 0 ? "/Annots[" + widget + " 0 R]" : "")
              + ">>");
      kids.append(numbers[i]).append(" 0 R ");
    }
    objects.object(pages, "<</Type/Pages/Kids[" + kids + "]/Count " + numbers.length + ">>");
  }

  /** Flags: printed (3) and locked (8), as PDF/A has it; of no size, so that nothing is seen. */
  private void writeWidget(int[] numbers) {
    objects.object(
        widget,
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(ReceiptSignature)/TU"
            + (PdfText.string(report.signature()) + "/F 132/Rect[0 0 0 0]/P " + numbers[0])
            + (" 0 R/V " + signature + " 0 R/StructParent ")
            + (StructureTree.widgetKey(numbers.length) + ">>"));
  }

  private void writeSymbol() {
    try {
      QrSymbol qr = new QrEncoder().encode(report.qr().text());
      objects.stream(
          symbol,
          "/Type/XObject/Subtype/Image/Width "
              + (qr.size() + "/Height " + qr.size())
              + "/ColorSpace/DeviceGray/BitsPerComponent 1",
          qr.packed().unsafeArray());
    } catch (QrTooLong e) {
      throw new IllegalStateException("an address too long for a QR symbol", e);
    }
  }

  private void writeCatalog(int structure, int outline) {
    Report.Attachment file = report.attachment();
    int content = objects.reserve();
    objects.stream(
        content,
        "/Type/EmbeddedFile/Subtype/"
            + (file.mediaType().replace("/", "#2F").replace("+", "#2B") + "/Params<</ModDate(")
            + (new String(time.pdf(), StandardCharsets.US_ASCII) + ")/Size ")
            + (file.content().size() + ">>"),
        file.content().unsafeArray());
    String attached =
        objects.object(
                "<</Type/Filespec/F("
                    + (file.name() + ")/UF(" + file.name() + ")/Desc(" + file.description())
                    + (")/AFRelationship/Source/EF<</F " + content + " 0 R/UF " + content)
                    + " 0 R>>>>")
            + " 0 R";
    int metadata = objects.reserve();
    writeMetadata(metadata);
    int profile = objects.reserve();
    objects.stream(profile, "/N 3", SrgbProfile.bytes());
    objects.object(
        catalog,
        "<</Type/Catalog/Pages "
            + (pages + " 0 R/Lang(" + report.language() + ")/Metadata " + metadata + " 0 R")
            + "/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>"
            + ("/StructTreeRoot " + structure + " 0 R")
            + (outline == 0 ? "" : "/Outlines " + outline + " 0 R/PageMode/UseOutlines")
            + ("/AcroForm<</Fields[" + widget + " 0 R]/SigFlags 3>>")
            + "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            + ("/Info(sRGB IEC61966-2.1)/DestOutputProfile " + profile + " 0 R>>]")
            + ("/Perms<</DocMDP " + signature + " 0 R>>/AF[" + attached + "]")
            + ("/Names<</EmbeddedFiles<</Names[(" + file.name() + ")" + attached + "]>>>>>>"));
  }

  /** Not compressed, so that programs that know no PDF find it (ISO 19005-3 §6.6.2.1). */
  private void writeMetadata(int number) {
    byte[] packet = XmpPacket.of(report.name(), report.at()).unsafeArray();
    objects.xref().atOffset(number, out.size());
    out.latin(number + " 0 obj\n<</Type/Metadata/Subtype/XML/Length " + packet.length);
    out.latin(">>\nstream\n").append(packet).latin("\nendstream\nendobj\n");
  }

  /** The signature dictionary, the cross-reference stream, and the value into its place. */
  private RenderedDocument sign(DocumentSigner signer) {
    XrefRows xref = objects.xref();
    xref.atOffset(signature, out.size());
    out.latin(
        signature
            + " 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached"
            + "/Reference[<</Type/SigRef/TransformMethod/DocMDP"
            + "/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]/M(");
    out.append(time.pdf()).latin(")/ByteRange[0 ");
    int before = out.skip(OFFSET_DIGITS);
    int after = out.append(' ').skip(OFFSET_DIGITS);
    int rest = out.append(' ').skip(OFFSET_DIGITS);
    int hole = out.latin("]/Contents").size();
    int digits = 2 * signer.maximumSize();
    out.latin("<" + "0".repeat(digits) + ">");
    int holeEnd = out.size();
    out.latin(">>\nendobj\n");
    int number = xref.reserve();
    int start = out.size();
    xref.atOffset(number, start);
    byte[] rows = StaticObjects.deflate(xref.differences(), EFFORT);
    String id = Digest.of(out.toByteArray()).toHex().substring(0, 2 * ID_SIZE);
    out.latin(
        number
            + (" 0 obj\n<</Type/XRef/W[1 3 2]/Size " + xref.count() + "/Root " + catalog)
            + (" 0 R/Length " + rows.length + "/Filter/FlateDecode/DecodeParms<</Predictor 12")
            + ("/Columns 6>>/ID[<" + id + "><" + id + ">]>>\nstream\n"));
    out.append(rows);
    out.latin("\nendstream\nendobj\nstartxref\n" + start + "\n%%EOF\n");
    out.setDecimal(before, hole, OFFSET_DIGITS);
    out.setDecimal(after, holeEnd, OFFSET_DIGITS);
    out.setDecimal(rest, out.size() - holeEnd, OFFSET_DIGITS);
    MessageDigest ranges = Digest.newSha256();
    ranges.update(out.array(), 0, hole);
    ranges.update(out.array(), holeEnd, out.size() - holeEnd);
    byte[] cms = signer.sign(new Digest(Bytes.wrap(ranges.digest())));
    if (2 * cms.length > digits) {
      throw new IllegalStateException("a signature of " + cms.length + " bytes");
    }
    out.setHex(hole + 1, cms, cms.length);
    byte[] file = out.toByteArray();
    return new RenderedDocument(Bytes.wrap(file), Digest.of(file));
  }
}
