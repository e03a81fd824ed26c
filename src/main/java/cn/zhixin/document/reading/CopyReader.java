package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Looks for certificates in files that are not as issued: saved again, printed, photographed.
 *
 * <p>Bounds what it can before it decodes, but PDFBox is lenient here and may take any time and
 * memory: to be used in a process that has nothing to lose.
 */
public final class CopyReader {
  private final PictureFile pictures;
  private final DocumentCopy documents;

  public CopyReader(CopyBounds bounds) {
    this.pictures = new PictureFile(bounds);
    this.documents = new DocumentCopy(bounds);
  }

  public CopyReading read(Bytes file) {
    try {
      return switch (FileFormat.of(file)) {
        case PDF -> documents.read(file);
        case PNG, JPEG -> pictures.read(file);
        case OTHER -> new UnreadableCopy(CopyFault.UNKNOWN_FORMAT);
      };
    } catch (InvalidPasswordException e) {
      return new UnreadableCopy(CopyFault.ENCRYPTED);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // hostile files make parsers throw anything; the message may quote the file
      return new UnreadableCopy(CopyFault.DAMAGED);
    }
  }
}
