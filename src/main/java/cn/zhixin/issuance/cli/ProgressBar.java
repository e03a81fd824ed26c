package cn.zhixin.issuance.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How many of how many, how fast, how long still, and what was refused so far: one line that is
 * redrawn on a terminal, a line every tenth part elsewhere.
 *
 * <p>Safe for all threads.
 */
public final class ProgressBar {
  private static final int WIDTH = 30;
  private static final Duration REDRAW = Duration.ofMillis(100);

  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource clock;
  private final Texts texts;
  private int total;
  private final int refused;
  private final String sentence;
  private final Instant start;
  private int done;
  private int lastTenth;
  private Instant drawn = Instant.EPOCH;

  public ProgressBar(
      PrintStream out, boolean terminal, InstantSource clock, Texts texts, int total, int refused) {
    this(out, terminal, clock, texts, total, refused, "issue.progress");
  }

  private ProgressBar(
      PrintStream out,
      boolean terminal,
      InstantSource clock,
      Texts texts,
      int total,
      int refused,
      String sentence) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.texts = texts;
    this.total = total;
    this.refused = refused;
    this.sentence = sentence;
    this.start = clock.instant();
  }

  /** Of work that refuses nothing. */
  static ProgressBar withoutRefused(
      PrintStream out, boolean terminal, InstantSource clock, Texts texts, int total) {
    return new ProgressBar(out, terminal, clock, texts, total, 0, "batch.zip.progress");
  }

  public synchronized void advance(int rows) {
    done += rows;
    // more may have become due since they were counted
    total = Math.max(total, done);
    Instant now = clock.instant();
    if (terminal) {
      if (done == total || Duration.between(drawn, now).compareTo(REDRAW) >= 0) {
        drawn = now;
        out.print("\r" + line(now) + " ");
        out.flush();
      }
    } else if (total > 0 && done * 10 / total > lastTenth) {
      lastTenth = done * 10 / total;
      out.println(line(now));
    }
  }

  /** Ends the line, so that what is printed next starts on one of its own. */
  public synchronized void finish() {
    if (terminal && total > 0) {
      out.println();
    }
  }

  private String line(Instant now) {
    double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1000.0);
    double speed = done / seconds;
    long left = speed == 0 ? 0 : Math.round((total - done) / speed);
    int filled = total == 0 ? WIDTH : (int) ((long) done * WIDTH / total);
    return texts.say(
        sentence,
        "█".repeat(filled) + "░".repeat(WIDTH - filled),
        String.valueOf(done),
        String.valueOf(total),
        total == 0 ? 100 : (long) done * 100 / total,
        String.format("%.0f", speed),
        String.format("%d:%02d", left / 60, left % 60),
        refused);
  }
}
