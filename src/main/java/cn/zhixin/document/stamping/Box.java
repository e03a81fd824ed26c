package cn.zhixin.document.stamping;

/** A rectangle of a page in points, y upwards. */
record Box(double left, double bottom, double right, double top) {
  Box grownBy(double margin) {
    return new Box(left - margin, bottom - margin, right + margin, top + margin);
  }

  Box with(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(bottom, other.bottom),
        Math.max(right, other.right),
        Math.max(top, other.top));
  }

  Box lifted(double by) {
    return new Box(left, bottom + by, right, top + by);
  }

  double width() {
    return right - left;
  }

  double height() {
    return top - bottom;
  }
}
