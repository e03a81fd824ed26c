package cn.zhixin.sheet;

import java.util.List;

/** A file cannot be read as sheets; holds nothing of what stands in its cells. */
public final class MalformedSheet extends Exception {
  private static final long serialVersionUID = 1L;

  private final SheetFault fault;
  private final transient List<Object> found;

  MalformedSheet(SheetFault fault, Object... found) {
    super(fault + " " + List.of(found));
    this.fault = fault;
    this.found = List.of(found);
  }

  public SheetFault fault() {
    return fault;
  }

  /** A number or size for each that {@link SheetFault} names. */
  public List<Object> found() {
    return found;
  }
}
