package cn.zhixin.document;

import cn.zhixin.document.font.FontChain;
import cn.zhixin.document.font.FontLibrary;
import cn.zhixin.document.stamping.StampedPage;
import cn.zhixin.document.stamping.StampedSignature;
import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Makes stamped copies of certificates: new documents that show the certificate's page as it is
 * with a stamp, have the certificate's own file attached unchanged, and are signed by whoever makes
 * them. Safe for all threads.
 */
public final class StampedCopies {
  /** The attachment that is the certificate itself. */
  public static final String ORIGINAL = StampedPage.ORIGINAL;

  private static final List<String> FONTS =
      List.of("lxgw-wenkai.woff", "noto-serif-sc.woff", "hanamin-b.woff");

  private final FontChain fonts;

  private StampedCopies(FontChain fonts) {
    this.fonts = fonts;
  }

  /** With the fonts that come with the program. */
  public static StampedCopies bundled() {
    try {
      return new StampedCopies(FontLibrary.bundled().chain("stamp", FONTS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Draws and signs.
   *
   * @param certificate a file that this program issued; those of strangers are not for here
   * @throws ContentRefused if no font has one of the stamp's characters; nothing was signed
   */
  public RenderedDocument make(Bytes certificate, Stamp stamp, DocumentSigner signer)
      throws ContentRefused {
    try {
      return StampedSignature.sign(StampedPage.draw(certificate, stamp, fonts), stamp.at(), signer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
