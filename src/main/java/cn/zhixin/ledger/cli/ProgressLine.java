package cn.zhixin.ledger.cli;

import cn.zhixin.ledger.following.Progress;
import java.io.PrintWriter;

/** On a terminal, and if much is to be read: how far it is, redrawn in one line. */
final class ProgressLine implements Progress {
  private static final long MUCH = 5_000;
  private static final long STEP = 2_560;

  private final PrintWriter terminal;
  private final boolean isTerminal;
  private final LedgerTexts texts;
  private final long before;
  private long drawn;

  private ProgressLine(PrintWriter terminal, boolean isTerminal, LedgerTexts texts, long before) {
    this.terminal = terminal;
    this.isTerminal = isTerminal;
    this.texts = texts;
    this.before = before;
  }

  /**
   * @param before entries that were seen earlier
   */
  static ProgressLine of(PrintWriter terminal, LedgerTexts texts, long before) {
    return new ProgressLine(terminal, System.console() != null, texts, before);
  }

  @Override
  public void read(long done, long size) {
    if (isTerminal && size - before > MUCH && (done - drawn >= STEP || done == size)) {
      drawn = done;
      terminal.print("\r" + texts.say("progress", done - before, size - before) + " ");
      terminal.flush();
    }
  }

  void finish() {
    if (drawn > 0) {
      terminal.println();
    }
  }
}
