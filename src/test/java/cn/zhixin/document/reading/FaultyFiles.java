package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.zip.DeflaterOutputStream;

/** Files that are no PDF, were changed after they were written, or would grow without bound. */
final class FaultyFiles {
  private FaultyFiles() {}

  static void addTo(FaultExamples examples) throws Exception {
    String sound = new SamplePdf().text();
    examples.add("longer than any certificate", PdfFault.TOO_LARGE, " ".repeat(5 << 20));
    examples.add(
        "stamped copy",
        PdfFault.STAMPED_COPY,
        sample().with(SamplePdf.CATALOG, "/Type/Catalog", "/Type/Catalog/ZHXN_StampedCopy true"));
    examples.add("empty file", PdfFault.NOT_A_PDF, "");
    examples.add("a picture", PdfFault.NOT_A_PDF, "\u00ff\u00d8\u00ff\u00e0 JFIF");
    examples.add("bytes before the header", PdfFault.NOT_A_PDF, "MZ" + sound);
    examples.add("bytes after the end", PdfFault.BYTES_OUTSIDE_SIGNATURE, sound + "x");
    examples.add("last byte missing", PdfFault.BYTES_OUTSIDE_SIGNATURE, cut(sound, 1));
    examples.add(
        "signed without an end", PdfFault.TRUNCATED, reranged(cut(sound, "%%EOF\n".length())));
    examples.add(
        "update appended",
        PdfFault.BYTES_OUTSIDE_SIGNATURE,
        sound + "11 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n");
    examples.add(
        "update signed over",
        PdfFault.INCREMENTAL_UPDATE,
        reranged(sound + "11 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"));
    examples.add(
        "earlier section",
        PdfFault.INCREMENTAL_UPDATE,
        sample()
            .header("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R>>\n")
            .trailer("/Prev 9"));
    examples.add(
        "LZW",
        PdfFault.COMPRESSION_REFUSED,
        sample().stream(SamplePdf.CONTENT, "/Filter/LZW#44ecode", "x"));
    examples.add("deflate bomb", PdfFault.INFLATES_TOO_FAR, bomb(deflated(zeros(64 << 20))));
    examples.add(
        "deflate bomb deflated",
        PdfFault.INFLATES_TOO_FAR,
        bomb(deflated(deflated(zeros(64 << 20)))));
    examples.add(
        "encrypted",
        PdfFault.ENCRYPTED,
        sample()
            .trailer(
                "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"
                    + "00".repeat(32)
                    + ">/U<"
                    + "00".repeat(32)
                    + ">>>"));
    examples.add(
        "wrong place of the table",
        PdfFault.MALFORMED,
        sound.replaceFirst("startxref\n[0-9]", "startxref\n9"));
  }

  private static SamplePdf sample() throws Exception {
    return new SamplePdf();
  }

  private static String cut(String text, int characters) {
    return text.substring(0, text.length() - characters);
  }

  /** Makes the signature cover the whole file, as whoever signs can. */
  private static String reranged(String file) {
    int gap = file.indexOf("/Contents<") + "/Contents".length();
    int end = file.indexOf('>', gap) + 1;
    return file.replaceFirst(
        "/ByteRange\\[[0-9 ]*]",
        String.format("/ByteRange[0 %08d %08d %08d]", gap, end, file.length() - end));
  }

  private static SamplePdf bomb(byte[] content) throws Exception {
    return sample().stream(
        SamplePdf.CONTENT, "/Filter/FlateDecode", SamplePdf.latin1(Bytes.wrap(content)));
  }

  private static byte[] zeros(int count) {
    return new byte[count];
  }

  private static byte[] deflated(byte[] content) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(content);
    }
    return out.toByteArray();
  }
}
