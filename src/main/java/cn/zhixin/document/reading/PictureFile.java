package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A photograph or a scan. Its header says how large it is, before any of it is decoded. */
final class PictureFile {
  private final CopyBounds bounds;

  PictureFile(CopyBounds bounds) {
    this.bounds = bounds;
  }

  CopyReading read(Bytes file) throws IOException {
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file.unsafeArray()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return new UnreadableCopy(CopyFault.DAMAGED);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > bounds.pixels()) {
          return new UnreadableCopy(CopyFault.TOO_MANY_PIXELS);
        }
        BufferedImage picture = reader.read(0);
        return new Copy(true, false, Optional.empty(), new QrSearch(picture).texts(), "");
      } finally {
        reader.dispose();
      }
    }
  }
}
