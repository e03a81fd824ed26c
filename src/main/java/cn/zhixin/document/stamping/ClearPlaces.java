package cn.zhixin.document.stamping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Where a certificate's page must not be drawn over: its pictures, its seal, and some texts. */
final class ClearPlaces {
  private static final double MARGIN = 3;

  private ClearPlaces() {}

  static List<Box> of(PDDocument document, List<String> texts) throws IOException {
    PDPage page = document.getPage(0);
    Images images = new Images();
    images.processPage(page);
    List<Box> places = new ArrayList<>(images.found);
    for (PDAnnotation annotation : page.getAnnotations()) {
      PDRectangle at = annotation.getRectangle();
      places.add(
          new Box(
              at.getLowerLeftX(), at.getLowerLeftY(), at.getUpperRightX(), at.getUpperRightY()));
    }
    Lines lines = new Lines(texts, page.getMediaBox().getHeight());
    lines.getText(document);
    places.addAll(lines.found);
    return places.stream().map(each -> each.grownBy(MARGIN)).toList();
  }

  /** Photo and QR. */
  private static final class Images extends PDFStreamEngine {
    private final List<Box> found = new ArrayList<>();

    Images() {
      addOperator(new Concatenate(this));
      addOperator(new Save(this));
      addOperator(new Restore(this));
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (operator.getName().equals(OperatorName.DRAW_OBJECT)) {
        if (operands.get(0) instanceof COSName name
            && getResources().getXObject(name) instanceof PDImageXObject) {
          Matrix m = getGraphicsState().getCurrentTransformationMatrix();
          double x = m.getTranslateX();
          double y = m.getTranslateY();
          found.add(
              new Box(
                  Math.min(x, x + m.getScaleX()),
                  Math.min(y, y + m.getScaleY()),
                  Math.max(x, x + m.getScaleX()),
                  Math.max(y, y + m.getScaleY())));
        }
      } else {
        super.processOperator(operator, operands);
      }
    }
  }

  /** Lines that hold one of the texts, whatever space is between their characters. */
  private static final class Lines extends PDFTextStripper {
    private final List<String> wanted;
    private final double pageHeight;
    private final List<Box> found = new ArrayList<>();

    Lines(List<String> texts, double pageHeight) {
      this.wanted = texts.stream().map(Lines::closed).filter(text -> !text.isEmpty()).toList();
      this.pageHeight = pageHeight;
      setSortByPosition(true);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
      String line = closed(text);
      // a long name may be broken into several lines
      boolean keep =
          wanted.stream()
              .anyMatch(each -> line.contains(each) || line.length() > 1 && each.contains(line));
      if (keep) {
        positions.stream().map(this::box).reduce(Box::with).ifPresent(found::add);
      }
    }

    private Box box(TextPosition at) {
      double baseline = pageHeight - at.getYDirAdj();
      double size = at.getFontSizeInPt();
      double left = at.getXDirAdj();
      return new Box(left, baseline - size / 4, left + at.getWidthDirAdj(), baseline + size * 0.9);
    }

    private static String closed(String text) {
      return text.replaceAll("\\s", "");
    }
  }
}
