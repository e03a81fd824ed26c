package cn.zhixin.document.pdf;

import java.util.List;

/** Bookmarks of a document of several pages (ISO 32000-1 §12.3.3). */
final class ReportOutline {
  /** With fewer pages there is nothing to find. */
  static final int PAGES = 3;

  /**
   * A place to go to.
   *
   * @param level 0, or 1 for what is below the mark of level 0 before it
   * @param page from 0
   * @param top in points, of what is to be seen first
   */
  record Mark(String title, int level, int page, double top) {}

  private ReportOutline() {}

  /** Writes all; gives the number of the outline, whose lower level is closed. */
  static int write(StaticObjects objects, List<Mark> marks, int[] pages) {
    int root = objects.reserve();
    int first = objects.xref().count();
    marks.forEach(mark -> objects.reserve());
    int roots = 0;
    int last = -1;
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      int parent = i;
      while (parent >= 0 && marks.get(parent).level() >= mark.level()) {
        parent--;
      }
      int next = i + 1;
      while (next < marks.size() && marks.get(next).level() > mark.level()) {
        next++;
      }
      boolean hasNext = next < marks.size() && marks.get(next).level() == mark.level();
      int before = i - 1;
      while (before > parent && marks.get(before).level() > mark.level()) {
        before--;
      }
      int kids = next - i - 1;
      if (mark.level() == 0) {
        roots++;
        last = i;
      }
      objects.object(
          first + i,
          "<</Title"
              + PdfText.string(mark.title())
              + ("/Parent " + (parent < 0 ? root : first + parent) + " 0 R")
              + (before > parent ? "/Prev " + (first + before) + " 0 R" : "")
              + (hasNext ? "/Next " + (first + next) + " 0 R" : "")
              + (kids == 0 ? "" : "/First " + (first + i + 1) + " 0 R")
              + (kids == 0 ? "" : "/Last " + (first + next - 1) + " 0 R/Count -" + kids)
              + ("/Dest[" + pages[mark.page()] + " 0 R/XYZ null ")
              + (PdfText.number(mark.top()) + " null]>>"));
    }
    objects.object(
        root,
        ("<</Type/Outlines/First " + first + " 0 R/Last " + (first + last))
            + (" 0 R/Count " + roots + ">>"));
    return root;
  }
}
