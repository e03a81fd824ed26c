package cn.zhixin.document.font;

import org.jspecify.annotations.Nullable;

/**
 * One font file by name, read when a character is first looked up in it; safe for all threads.
 *
 * <p>Files are read late because a fallback for rare characters is large and seldom needed.
 */
public final class FontFace {
  private final String file;
  private final FontLibrary library;
  private volatile @Nullable TrueTypeFont font;

  FontFace(String file, FontLibrary library) {
    this.file = file;
    this.library = library;
  }

  /** The file's name, as manifests write it. */
  public String file() {
    return file;
  }

  /** Letters, digits and hyphens of the file's name: a PostScript name for {@code /BaseFont}. */
  public String postScriptName() {
    int dot = file.lastIndexOf('.');
    return (dot < 0 ? file : file.substring(0, dot)).replaceAll("[^A-Za-z0-9-]", "-");
  }

  /** The font itself. */
  public TrueTypeFont font() {
    TrueTypeFont known = font;
    if (known == null) {
      known = library.read(file);
      font = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return file;
  }
}
