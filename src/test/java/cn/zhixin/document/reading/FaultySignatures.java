package cn.zhixin.document.reading;

/** Signatures that are missing, are not alone, are malformed, or permit changes. */
final class FaultySignatures {
  private FaultySignatures() {}

  static void addTo(FaultExamples examples) throws Exception {
    String sound = new SamplePdf().text();
    examples.add(
        "unsigned", PdfFault.NO_SIGNATURE, sample().object(SamplePdf.SIGNATURE, "<</Type/Sig>>"));
    examples.add(
        "no field", PdfFault.NO_SIGNATURE, sample().with(SamplePdf.CATALOG, "[6 0 R]", "[]"));
    examples.add(
        "no form", PdfFault.NO_SIGNATURE, sample().with(SamplePdf.CATALOG, "/AcroForm", "/NoForm"));
    examples.add(
        "two fields",
        PdfFault.SEVERAL_SIGNATURES,
        sample().with(SamplePdf.CATALOG, "[6 0 R]", "[6 0 R 6 0 R]"));
    examples.add(
        "second range in the file",
        PdfFault.SEVERAL_SIGNATURES,
        sample().object(SamplePdf.NEXT, "<</Type/Sig/ByteRange[0 1 2 3]>>"));
    examples.add(
        "second signature without a range",
        PdfFault.SEVERAL_SIGNATURES,
        sample().object(SamplePdf.NEXT, "<</Type/Sig/Contents<00>>>"));
    examples.add(
        "document time stamp beside",
        PdfFault.SEVERAL_SIGNATURES,
        sample().object(SamplePdf.NEXT, "<</Type/DocTimeStamp/Contents<00>>>"));
    examples.add(
        "second signature under an escaped name",
        PdfFault.SEVERAL_SIGNATURES,
        sample().object(SamplePdf.NEXT, "<</Byte#52ange[0 1 2 3]>>"));
    examples.add(
        "range of a null",
        PdfFault.BYTES_OUTSIDE_SIGNATURE,
        sound.replaceFirst("/ByteRange\\[[0-9 ]*]", "/ByteRange null"));
    examples.add(
        "range that starts late",
        PdfFault.BYTES_OUTSIDE_SIGNATURE,
        sound.replaceFirst("/ByteRange\\[0", "/ByteRange[9"));
    examples.add(
        "range of four in a comment",
        PdfFault.BYTES_OUTSIDE_SIGNATURE,
        sound.replace("/ByteRange[", "/ByteRange%["));
    examples.add(
        "gap that is no string",
        PdfFault.SIGNATURE_MALFORMED,
        sound.replaceFirst("/Contents<3003", "/Contents<30zz"));
    examples.add(
        "value that is no sequence",
        PdfFault.SIGNATURE_MALFORMED,
        sound.replaceFirst("/Contents<30", "/Contents<31"));
    examples.add(
        "something after the value",
        PdfFault.SIGNATURE_MALFORMED,
        sound.replaceFirst("00>>>\nendobj", "01>>>\nendobj"));
    examples.add(
        "small digits",
        PdfFault.SIGNATURE_REWRITTEN,
        sound.replaceFirst("/Contents<300302010A", "/Contents<300302010a"));
    examples.add(
        "signature of the older kind",
        PdfFault.SIGNATURE_FORMAT,
        sample().with(SamplePdf.SIGNATURE, "ETSI.CAdES.detached", "adbe.pkcs7.detached"));
    examples.add(
        "field of text",
        PdfFault.SIGNATURE_FORMAT,
        sample().with(SamplePdf.FIELD, "/FT/Sig", "/FT/Tx"));
    examples.add(
        "approval signature",
        PdfFault.CHANGES_PERMITTED,
        sample().with(SamplePdf.CATALOG, "/Perms<</DocMDP 7 0 R>>", ""));
    examples.add(
        "forms may be filled in",
        PdfFault.CHANGES_PERMITTED,
        sample().with(SamplePdf.SIGNATURE, "/P 1", "/P 2"));
    examples.add(
        "usage rights beside",
        PdfFault.CHANGES_PERMITTED,
        sample().with(SamplePdf.CATALOG, "/DocMDP 7 0 R", "/DocMDP 7 0 R/UR3 7 0 R"));
    examples.add(
        "no reference",
        PdfFault.CHANGES_PERMITTED,
        sample().with(SamplePdf.SIGNATURE, "/Reference", "/Preference"));
  }

  private static SamplePdf sample() throws Exception {
    return new SamplePdf();
  }
}
