package cn.zhixin.document.reading;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSStream;

/** Decodes a stream of known largest size. */
final class BoundedStream {
  private BoundedStream() {}

  static byte[] read(COSStream stream, int maximumSize) throws PdfRefused, IOException {
    try (InputStream in = stream.createInputStream()) {
      byte[] content = in.readNBytes(maximumSize + 1);
      PdfRefused.unless(
          content.length <= maximumSize,
          PdfFault.INFLATES_TOO_FAR,
          "expected a stream of at most " + maximumSize + " bytes");
      return content;
    }
  }
}
