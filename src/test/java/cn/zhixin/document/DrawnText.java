package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text of a certificate as PDFBox extracts it, and where each line stands, in millimetres. */
final class DrawnText {
  /** One run of text on a baseline. */
  record Line(String text, double left, double right, double baseline, double size) {}

  final List<Line> lines = new ArrayList<>();
  String all = "";

  static DrawnText of(Bytes pdf) throws IOException {
    DrawnText drawn = new DrawnText();
    PDFTextStripper stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> positions) throws IOException {
            TextPosition first = positions.get(0);
            TextPosition last = positions.get(positions.size() - 1);
            drawn.lines.add(
                new Line(
                    text,
                    millimetres(first.getXDirAdj()),
                    millimetres(last.getXDirAdj() + last.getWidthDirAdj()),
                    millimetres(first.getYDirAdj()),
                    millimetres(first.getYScale())));
            super.writeString(text, positions);
          }
        };
    stripper.setSortByPosition(false);
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      drawn.all = stripper.getText(document);
    }
    return drawn;
  }

  private static double millimetres(float points) {
    return points * 25.4 / 72;
  }

  Line lineWith(String part) {
    return lines.stream()
        .filter(line -> line.text().contains(part))
        .findFirst()
        .orElseThrow(() -> new AssertionError(part + " is not in " + lines));
  }
}
