package cn.zhixin.document.reading;

/** What comes of reading a file as a receipt. */
public sealed interface ReceiptReading permits ReceiptPdf, ReceiptReading.Refused {
  /** The file is not built as a receipt, or was changed after it was written. */
  record Refused(PdfFault reason, boolean carriesReceipt) implements ReceiptReading {}
}
