package cn.zhixin.document.pdf;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.Refusal;

/**
 * Finds the size and the lines in which a text fits its slot: the slot's own size if it can be,
 * then a smaller one, then more lines at the smallest. Nothing is ever clipped.
 *
 * <p>Confined to one thread; holds the result of the last {@link #fit}.
 */
final class TextFit {
  private static final int MOST_LINES = 8;

  /** Never at the start of a line (GB/T 15834, W3C clreq §3.1.5). */
  private static final String NOT_FIRST = "，。、；：！？）》」』】〕〉·％,.;:!?)]}%";

  /** Never at the end of a line. */
  private static final String NOT_LAST = "（《「『【〔〈([{";

  private final int[] ends = new int[MOST_LINES];
  private final int[] starts = new int[MOST_LINES];
  private int lines;
  private double size;

  /** Fits a text that is not empty. */
  void fit(PageSlot slot, String text) throws ContentRefused {
    double wanted = slot.size();
    int perMille = slot.family().width(text, 0, text.length(), slot.name());
    double spacing = slot.letterSpacing() * text.codePointCount(0, text.length());
    double available = slot.width() - spacing;
    double needed = perMille * wanted / 1000;
    starts[0] = 0;
    ends[0] = text.length();
    lines = 1;
    size = wanted;
    if (needed <= available) {
      return;
    }
    // Rounded down to hundredths, as it is written.
    double shrunk = Math.floor(available * 100_000 / perMille) / 100;
    if (shrunk >= slot.smallestSize()) {
      size = shrunk;
      return;
    }
    size = slot.smallestSize();
    wrap(slot, text);
  }

  private void wrap(PageSlot slot, String text) throws ContentRefused {
    int start = 0;
    lines = 0;
    while (start < text.length()) {
      int end = lines < Math.min(slot.lines(), MOST_LINES) ? lineEnd(slot, text, start) : start;
      if (end == start) {
        throw new ContentRefused(
            new Refusal.TooLong(slot.name(), text.codePointCount(0, text.length())));
      }
      starts[lines] = start;
      ends[lines++] = end;
      start = end;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
    }
  }

  /** Where the line that starts at a place ends at the latest; the start if nothing fits. */
  private int lineEnd(PageSlot slot, String text, int start) throws ContentRefused {
    int breakable = start;
    double width = 0;
    int at = start;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      int advance = slot.family().faceFor(codePoint, slot.name()).advance(codePoint);
      width += advance * size / 1000 + slot.letterSpacing();
      if (width > slot.width() && codePoint != ' ') {
        return breakable > start ? breakable : at;
      }
      at += Character.charCount(codePoint);
      if (at < text.length() && mayBreak(codePoint, text.codePointAt(at))) {
        breakable = at;
      }
    }
    return at;
  }

  private static boolean mayBreak(int before, int after) {
    if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0 || after == ' ') {
      return false;
    }
    return before == ' ' || !(isOfWord(before) && isOfWord(after));
  }

  /** Latin words and numbers stay whole. */
  private static boolean isOfWord(int codePoint) {
    return codePoint < 0x2E80 && Character.isLetterOrDigit(codePoint)
        || codePoint == '-'
        || codePoint == '\'';
  }

  int lines() {
    return lines;
  }

  int start(int line) {
    return starts[line];
  }

  int end(int line) {
    return ends[line];
  }

  /** Of the em, in the slot's units; at most two decimals. */
  double size() {
    return size;
  }
}
