package cn.zhixin.issuance.roster;

import java.io.IOException;

/** One sheet of a roster's file, whose rows are read anew each time they are asked for. */
interface Sheet {
  String name();

  /** Shows rows in their order until the visitor has seen enough. */
  void visit(Visitor visitor) throws IOException, MalformedRoster;

  /** Sees one row after the other. */
  interface Visitor {
    /**
     * @return whether to go on
     */
    boolean see(SheetRow row) throws IOException, MalformedRoster;
  }
}
