package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * What a document or a picture shows of certificates. Nothing of it is proven.
 *
 * @param picture whether it is a picture and no document
 * @param signed whether the document carries a signature of any kind
 * @param credential content of the first attachment {@code credential.cose}
 * @param symbols texts of the QR symbols on it, in the order in which they were found
 * @param text of the pages, for comparison; empty for a picture
 */
public record Copy(
    boolean picture, boolean signed, Optional<Bytes> credential, List<String> symbols, String text)
    implements CopyReading {
  public Copy {
    symbols = List.copyOf(symbols);
  }
}
