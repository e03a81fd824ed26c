package cn.zhixin.document.pdf;

import cn.zhixin.document.template.Node;
import cn.zhixin.document.template.TextStyle;
import cn.zhixin.document.template.Transform;

/**
 * A text slot on its page, with its family looked up.
 *
 * @param place from the slot's units to the page's millimetres
 */
record PageSlot(Node.TextSlot node, PageFamily family, Transform place) {
  String name() {
    return node.name();
  }

  double size() {
    return node.style().size();
  }

  double smallestSize() {
    return node.smallestSize();
  }

  double width() {
    return node.width();
  }

  int lines() {
    return node.lines();
  }

  double letterSpacing() {
    return node.style().letterSpacing();
  }

  /** Where a line of some width starts, in the slot's units. */
  double left(double lineWidth) {
    return left(node.style().anchor(), node.x(), lineWidth);
  }

  static double left(TextStyle.Anchor anchor, double x, double lineWidth) {
    return switch (anchor) {
      case START -> x;
      case MIDDLE -> x - lineWidth / 2;
      case END -> x - lineWidth;
    };
  }

  /** The baseline of a line; all lines together are centred on the slot's own. */
  double baseline(int line, int lines, double size) {
    return node.y() + (line - (lines - 1) / 2.0) * size * node.lineHeight();
  }
}
