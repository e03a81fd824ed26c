package cn.zhixin.document.reading;

/** Ends the reading of a file; never leaves this package. */
final class PdfRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final PdfFault reason;
  private final String detail;

  PdfRefused(PdfFault reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  static void unless(boolean sound, PdfFault reason, String detail) throws PdfRefused {
    if (!sound) {
      throw new PdfRefused(reason, detail);
    }
  }

  RefusedPdf outcome() {
    return new RefusedPdf(reason, detail);
  }
}
