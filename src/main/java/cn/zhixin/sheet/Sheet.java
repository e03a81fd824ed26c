package cn.zhixin.sheet;

import java.io.IOException;

/** One sheet of a file, whose rows are read anew each time they are asked for. */
public interface Sheet {
  String name();

  /** Shows rows in their order until the visitor has seen enough. */
  <X extends Exception> void visit(Visitor<X> visitor) throws IOException, MalformedSheet, X;

  /**
   * Sees one row after the other.
   *
   * @param <X> ends the visit
   */
  interface Visitor<X extends Exception> {
    /**
     * @return whether to go on
     */
    boolean see(SheetRow row) throws IOException, MalformedSheet, X;
  }
}
