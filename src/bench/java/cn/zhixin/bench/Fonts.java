package cn.zhixin.bench;

import cn.zhixin.document.font.WoffFile;
import java.io.FileNotFoundException;
import java.io.InputStream;

/** The program's own font files, as other libraries read them. */
final class Fonts {
  /** The peers draw all with one face, though ours uses four: to their advantage. */
  static final String PEER_FACE = "lxgw-wenkai";

  /** Of the characters that the other lacks. */
  static final String PEER_RARE_FACE = "hanamin-b";

  private Fonts() {}

  /** The sfnt of a font by its file's name without ending. */
  static byte[] read(String name) throws Exception {
    String path = "fonts/" + name + ".woff";
    try (InputStream in = Fonts.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException(path + " is not on the class path");
      }
      return WoffFile.toSfnt(in.readAllBytes());
    }
  }
}
