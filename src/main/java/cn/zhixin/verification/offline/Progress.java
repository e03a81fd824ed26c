package cn.zhixin.verification.offline;

import cn.zhixin.verification.Sentences;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Says how many of how many inputs are done, a line every tenth part, once it takes longer than a
 * second. Confined to one thread.
 */
final class Progress {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int PARTS = 10;

  private final PrintWriter out;
  private final Sentences sentences;
  private final InstantSource clock;
  private final int total;
  private final Instant start;
  private int done;
  private int told;

  Progress(PrintWriter out, Sentences sentences, InstantSource clock, int total) {
    this.out = out;
    this.sentences = sentences;
    this.clock = clock;
    this.total = total;
    this.start = clock.instant();
  }

  void advance() {
    done++;
    int part = (int) ((long) done * PARTS / total);
    if (part > told && done < total) {
      told = part;
      Duration passed = Duration.between(start, clock.instant());
      if (passed.compareTo(PATIENCE) > 0) {
        out.println(
            sentences.text("offline.progress", done, total, done * 1000L / passed.toMillis()));
      }
    }
  }
}
