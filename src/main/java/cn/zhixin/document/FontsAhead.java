package cn.zhixin.document;

import java.io.IOException;

/** Reads the fonts of the usual template while the rest of a start goes on. */
public final class FontsAhead {
  private static final String NAME = "fonts-ahead";

  private FontsAhead() {}

  /** Returns at once. Whoever needs one of the fonts before it is read waits for it. */
  public static void load() {
    Thread thread = new Thread(FontsAhead::loadAll, NAME);
    thread.setDaemon(true);
    thread.start();
  }

  private static void loadAll() {
    try {
      DocumentTemplates.bundled().load(DocumentProperties.USUAL_TEMPLATE).readFonts();
    } catch (IOException | MalformedTemplate | IllegalStateException e) {
      // whoever draws meets it again, and says so
    }
  }
}
