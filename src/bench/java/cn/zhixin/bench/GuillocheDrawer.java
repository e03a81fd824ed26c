package cn.zhixin.bench;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.w3c.dom.Element;

/** The ornament of {@link NaivePage} for openhtmltopdf: the same curves through the same points. */
final class GuillocheDrawer implements FSObjectDrawer {
  private static final int CURVES = 12;
  private static final int POINTS = 120;

  @Override
  public Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) (width / dotsPerPixel),
        (float) (height / dotsPerPixel),
        graphics -> draw(graphics, width / dotsPerPixel, height / dotsPerPixel));
    return Map.of();
  }

  private static void draw(Graphics2D graphics, double width, double height) {
    double scale = width / NaivePage.WIDTH;
    graphics.setColor(new Color(0xBF9933));
    graphics.setStroke(new BasicStroke((float) (4 * scale)));
    double edge = 18 * scale;
    graphics.draw(new Rectangle2D.Double(edge, edge, width - 2 * edge, height - 2 * edge));
    graphics.setColor(new Color(0xEBE0BF));
    graphics.setStroke(new BasicStroke((float) (.3 * scale)));
    for (int curve = 0; curve < CURVES; curve++) {
      Path2D path = new Path2D.Double();
      for (int i = 0; i <= POINTS; i++) {
        double angle = 2 * Math.PI * i / POINTS;
        double radius = scale * (110 + 30 * Math.sin(9 * angle + curve * Math.PI / 6));
        double px = width / 2 + radius * Math.cos(angle);
        double py = height / 2 + radius * Math.sin(angle);
        if (i == 0) {
          path.moveTo(px, py);
        } else {
          path.lineTo(px, py);
        }
      }
      graphics.draw(path);
    }
  }
}
