package cn.zhixin.document.reading;

/** Pages, attachments and symbols that are not those of a certificate. */
final class FaultyContents {
  private FaultyContents() {}

  static void addTo(FaultExamples examples) throws Exception {
    examples.add(
        "two pages",
        PdfFault.NOT_ONE_PAGE,
        sample().with(SamplePdf.PAGES, "/Count 1/Kids[3 0 R]", "/Count 2/Kids[3 0 R 3 0 R]"));
    examples.add(
        "no attachments",
        PdfFault.NO_CREDENTIAL,
        sample().with(SamplePdf.CATALOG, "/AF[8 0 R 11 0 R]", ""));
    examples.add(
        "no credential",
        PdfFault.NO_CREDENTIAL,
        sample().with(SamplePdf.CATALOG, "/AF[8 0 R 11 0 R]", "/AF[11 0 R]"));
    examples.add(
        "another attachment",
        PdfFault.NO_CREDENTIAL,
        sample().with(SamplePdf.SPECIFICATION, "credential.cose", "credential.exe"));
    examples.add(
        "two credentials",
        PdfFault.NO_CREDENTIAL,
        sample().with(SamplePdf.CATALOG, "/AF[8 0 R 11 0 R]", "/AF[8 0 R 8 0 R 11 0 R]"));
    examples.add(
        "empty credential", PdfFault.NO_CREDENTIAL, sample().stream(SamplePdf.ATTACHMENT, "", ""));
    examples.add(
        "no proof",
        PdfFault.NO_LEDGER_PROOF,
        sample().with(SamplePdf.CATALOG, "/AF[8 0 R 11 0 R]", "/AF[8 0 R]"));
    examples.add(
        "proof under another name",
        PdfFault.NO_LEDGER_PROOF,
        sample().with(SamplePdf.PROOF_SPECIFICATION, "tlog-proof", "tlog-proof.txt"));
    examples.add(
        "two proofs",
        PdfFault.NO_LEDGER_PROOF,
        sample().with(SamplePdf.CATALOG, "11 0 R]", "11 0 R 11 0 R]"));
    examples.add(
        "empty proof",
        PdfFault.NO_LEDGER_PROOF,
        sample().stream(SamplePdf.PROOF_ATTACHMENT, "", ""));
    examples.add(
        "proof longer than any",
        PdfFault.INFLATES_TOO_FAR,
        sample().stream(SamplePdf.PROOF_ATTACHMENT, "", "A".repeat((64 << 10) + 1)));
    examples.add(
        "no symbol", PdfFault.NO_QR, sample().with(SamplePdf.PAGE, "/XObject<</Q 5 0 R>>", ""));
    examples.add(
        "two symbols",
        PdfFault.NO_QR,
        sample().with(SamplePdf.PAGE, "/Q 5 0 R", "/Q 5 0 R/R 5 0 R"));
    examples.add(
        "blank symbol",
        PdfFault.QR_UNREADABLE,
        sample().stream(
            SamplePdf.SYMBOL,
            "/Subtype/Image/BitsPerComponent 1/Width 21/Height 21",
            "\u00ff".repeat(63)));
    examples.add(
        "symbol cut off",
        PdfFault.QR_UNREADABLE,
        sample().stream(
            SamplePdf.SYMBOL, "/Subtype/Image/BitsPerComponent 1/Width 21/Height 21", "\u0000"));
  }

  private static SamplePdf sample() throws Exception {
    return new SamplePdf();
  }
}
