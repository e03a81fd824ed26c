package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/** One fault a document, with the reason it must be refused for. */
final class FaultyPdfs {
  record Example(PdfFault reason, Bytes file) {}

  private FaultyPdfs() {}

  /** Named for their faults. */
  static Map<String, Example> examples() throws Exception {
    Map<String, Example> examples = new TreeMap<>();
    String sound = new SamplePdf().text();
    add(examples, "longer than any certificate", PdfFault.TOO_LARGE, " ".repeat(5 << 20));
    add(
        examples,
        "stamped copy",
        PdfFault.STAMPED_COPY,
        sample().with(SamplePdf.CATALOG, "/Type/Catalog", "/Type/Catalog/ZHXN_StampedCopy true"));
    add(examples, "empty file", PdfFault.NOT_A_PDF, "");
    add(examples, "a picture", PdfFault.NOT_A_PDF, "\u00ff\u00d8\u00ff\u00e0 JFIF");
    add(examples, "bytes before the header", PdfFault.NOT_A_PDF, "MZ" + sound);
    add(examples, "bytes after the end", PdfFault.BYTES_OUTSIDE_SIGNATURE, sound + "x");
    add(examples, "last byte missing", PdfFault.BYTES_OUTSIDE_SIGNATURE, cut(sound, 1));
    add(
        examples,
        "signed without an end",
        PdfFault.TRUNCATED,
        reranged(cut(sound, "%%EOF\n".length())));
    add(
        examples,
        "update appended",
        PdfFault.BYTES_OUTSIDE_SIGNATURE,
        sound + "11 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n");
    add(
        examples,
        "update signed over",
        PdfFault.INCREMENTAL_UPDATE,
        reranged(sound + "11 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"));
    add(
        examples,
        "earlier section",
        PdfFault.INCREMENTAL_UPDATE,
        sample()
            .header("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R>>\n")
            .trailer("/Prev 9"));
    add(
        examples,
        "unsigned",
        PdfFault.NO_SIGNATURE,
        sample().object(SamplePdf.SIGNATURE, "<</Type/Sig>>"));
    add(
        examples,
        "no field",
        PdfFault.NO_SIGNATURE,
        sample().with(SamplePdf.CATALOG, "[6 0 R]", "[]"));
    add(
        examples,
        "no form",
        PdfFault.NO_SIGNATURE,
        sample().with(SamplePdf.CATALOG, "/AcroForm", "/NoForm"));
    add(
        examples,
        "two fields",
        PdfFault.SEVERAL_SIGNATURES,
        sample().with(SamplePdf.CATALOG, "[6 0 R]", "[6 0 R 6 0 R]"));
    add(
        examples,
        "second range in the file",
        PdfFault.SEVERAL_SIGNATURES,
        sample().object(SamplePdf.NEXT, "<</Type/Sig/ByteRange[0 1 2 3]>>"));
    add(
        examples,
        "second signature without a range",
        PdfFault.SEVERAL_SIGNATURES,
        sample().object(SamplePdf.NEXT, "<</Type/Sig/Contents<00>>>"));
    add(
        examples,
        "document time stamp beside",
        PdfFault.SEVERAL_SIGNATURES,
        sample().object(SamplePdf.NEXT, "<</Type/DocTimeStamp/Contents<00>>>"));
    add(
        examples,
        "second signature under an escaped name",
        PdfFault.SEVERAL_SIGNATURES,
        sample().object(SamplePdf.NEXT, "<</Byte#52ange[0 1 2 3]>>"));
    add(
        examples,
        "range of a null",
        PdfFault.BYTES_OUTSIDE_SIGNATURE,
        sound.replaceFirst("/ByteRange\\[[0-9 ]*]", "/ByteRange null"));
    add(
        examples,
        "range that starts late",
        PdfFault.BYTES_OUTSIDE_SIGNATURE,
        sound.replaceFirst("/ByteRange\\[0", "/ByteRange[9"));
    add(
        examples,
        "range of four in a comment",
        PdfFault.BYTES_OUTSIDE_SIGNATURE,
        sound.replace("/ByteRange[", "/ByteRange%["));
    add(
        examples,
        "gap that is no string",
        PdfFault.SIGNATURE_MALFORMED,
        sound.replaceFirst("/Contents<3003", "/Contents<30zz"));
    add(
        examples,
        "value that is no sequence",
        PdfFault.SIGNATURE_MALFORMED,
        sound.replaceFirst("/Contents<30", "/Contents<31"));
    add(
        examples,
        "something after the value",
        PdfFault.SIGNATURE_MALFORMED,
        sound.replaceFirst("00>>>\nendobj", "01>>>\nendobj"));
    add(
        examples,
        "LZW",
        PdfFault.COMPRESSION_REFUSED,
        sample().stream(SamplePdf.CONTENT, "/Filter/LZW#44ecode", "x"));
    add(examples, "deflate bomb", PdfFault.INFLATES_TOO_FAR, bomb(deflated(zeros(64 << 20))));
    add(
        examples,
        "deflate bomb deflated",
        PdfFault.INFLATES_TOO_FAR,
        bomb(deflated(deflated(zeros(64 << 20)))));
    add(
        examples,
        "encrypted",
        PdfFault.ENCRYPTED,
        sample()
            .trailer(
                "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"
                    + "00".repeat(32)
                    + ">/U<"
                    + "00".repeat(32)
                    + ">>>"));
    add(
        examples,
        "wrong place of the table",
        PdfFault.MALFORMED,
        sound.replaceFirst("startxref\n[0-9]", "startxref\n9"));
    add(
        examples,
        "signature of the older kind",
        PdfFault.SIGNATURE_FORMAT,
        sample().with(SamplePdf.SIGNATURE, "ETSI.CAdES.detached", "adbe.pkcs7.detached"));
    add(
        examples,
        "field of text",
        PdfFault.SIGNATURE_FORMAT,
        sample().with(SamplePdf.FIELD, "/FT/Sig", "/FT/Tx"));
    add(
        examples,
        "approval signature",
        PdfFault.CHANGES_PERMITTED,
        sample().with(SamplePdf.CATALOG, "/Perms<</DocMDP 7 0 R>>", ""));
    add(
        examples,
        "forms may be filled in",
        PdfFault.CHANGES_PERMITTED,
        sample().with(SamplePdf.SIGNATURE, "/P 1", "/P 2"));
    add(
        examples,
        "usage rights beside",
        PdfFault.CHANGES_PERMITTED,
        sample().with(SamplePdf.CATALOG, "/DocMDP 7 0 R", "/DocMDP 7 0 R/UR3 7 0 R"));
    add(
        examples,
        "no reference",
        PdfFault.CHANGES_PERMITTED,
        sample().with(SamplePdf.SIGNATURE, "/Reference", "/Preference"));
    add(
        examples,
        "two pages",
        PdfFault.NOT_ONE_PAGE,
        sample().with(SamplePdf.PAGES, "/Count 1/Kids[3 0 R]", "/Count 2/Kids[3 0 R 3 0 R]"));
    add(
        examples,
        "no attachments",
        PdfFault.NO_CREDENTIAL,
        sample().with(SamplePdf.CATALOG, "/AF[8 0 R 11 0 R]", ""));
    add(
        examples,
        "no credential",
        PdfFault.NO_CREDENTIAL,
        sample().with(SamplePdf.CATALOG, "/AF[8 0 R 11 0 R]", "/AF[11 0 R]"));
    add(
        examples,
        "another attachment",
        PdfFault.NO_CREDENTIAL,
        sample().with(SamplePdf.SPECIFICATION, "credential.cose", "credential.exe"));
    add(
        examples,
        "two credentials",
        PdfFault.NO_CREDENTIAL,
        sample().with(SamplePdf.CATALOG, "/AF[8 0 R 11 0 R]", "/AF[8 0 R 8 0 R 11 0 R]"));
    add(
        examples,
        "empty credential",
        PdfFault.NO_CREDENTIAL,
        sample().stream(SamplePdf.ATTACHMENT, "", ""));
    add(
        examples,
        "no proof",
        PdfFault.NO_LEDGER_PROOF,
        sample().with(SamplePdf.CATALOG, "/AF[8 0 R 11 0 R]", "/AF[8 0 R]"));
    add(
        examples,
        "proof under another name",
        PdfFault.NO_LEDGER_PROOF,
        sample().with(SamplePdf.PROOF_SPECIFICATION, "tlog-proof", "tlog-proof.txt"));
    add(
        examples,
        "two proofs",
        PdfFault.NO_LEDGER_PROOF,
        sample().with(SamplePdf.CATALOG, "11 0 R]", "11 0 R 11 0 R]"));
    add(
        examples,
        "empty proof",
        PdfFault.NO_LEDGER_PROOF,
        sample().stream(SamplePdf.PROOF_ATTACHMENT, "", ""));
    add(
        examples,
        "proof longer than any",
        PdfFault.INFLATES_TOO_FAR,
        sample().stream(SamplePdf.PROOF_ATTACHMENT, "", "A".repeat((64 << 10) + 1)));
    add(
        examples,
        "no symbol",
        PdfFault.NO_QR,
        sample().with(SamplePdf.PAGE, "/XObject<</Q 5 0 R>>", ""));
    add(
        examples,
        "two symbols",
        PdfFault.NO_QR,
        sample().with(SamplePdf.PAGE, "/Q 5 0 R", "/Q 5 0 R/R 5 0 R"));
    add(
        examples,
        "blank symbol",
        PdfFault.QR_UNREADABLE,
        sample().stream(
            SamplePdf.SYMBOL,
            "/Subtype/Image/BitsPerComponent 1/Width 21/Height 21",
            "\u00ff".repeat(63)));
    add(
        examples,
        "symbol cut off",
        PdfFault.QR_UNREADABLE,
        sample().stream(
            SamplePdf.SYMBOL, "/Subtype/Image/BitsPerComponent 1/Width 21/Height 21", "\u0000"));
    return examples;
  }

  private static SamplePdf sample() throws Exception {
    return new SamplePdf();
  }

  private static void add(
      Map<String, Example> examples, String fault, PdfFault reason, String file) {
    examples.put(fault, new Example(reason, SamplePdf.bytes(file)));
  }

  private static void add(
      Map<String, Example> examples, String fault, PdfFault reason, SamplePdf sample) {
    add(examples, fault, reason, sample.text());
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
