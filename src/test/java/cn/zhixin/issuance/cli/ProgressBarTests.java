package cn.zhixin.issuance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProgressBarTests {
  private static final Pattern LINE =
      Pattern.compile("[█░]{30} (\\d+)/(\\d+)  (\\d+)%  \\d+ 行/秒  剩余 \\d+:\\d\\d");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AtomicLong now = new AtomicLong();

  /** Every look at the clock is 50 milliseconds later. */
  private ProgressBar bar(boolean terminal, int total) {
    return ProgressBar.withoutRefused(
        new PrintStream(printed, true, StandardCharsets.UTF_8),
        terminal,
        () -> Instant.ofEpochMilli(now.addAndGet(50)),
        Texts.in("zh"),
        total);
  }

  private List<Matcher> drawn() {
    return printed
        .toString(StandardCharsets.UTF_8)
        .lines()
        .flatMap(line -> Pattern.compile("\r").splitAsStream(line))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(LINE::matcher)
        .peek(line -> assertThat(line.matches()).as(line.toString()).isTrue())
        .toList();
  }

  private List<Integer> numbers(int group) {
    return drawn().stream().map(line -> Integer.valueOf(line.group(group))).toList();
  }

  @Test
  void linesOfAFileCountUpwardTenthByTenthWhoeverDoesTheRows() throws Exception {
    ProgressBar bar = bar(false, 1_000);
    List<Thread> workers =
        List.of(1, 2, 3, 4).stream()
            .map(
                each ->
                    new Thread(
                        () -> {
                          for (int row = 0; row < 250; row++) {
                            bar.advance(1);
                          }
                        }))
            .toList();
    workers.forEach(Thread::start);
    for (Thread worker : workers) {
      worker.join();
    }
    bar.finish();
    assertThat(numbers(3)).containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
    assertThat(numbers(1)).isSorted().doesNotHaveDuplicates().endsWith(1_000);
  }

  @Test
  void aTerminalsLineOnlyGrowsAndEndsWhole() {
    ProgressBar bar = bar(true, 95);
    for (int done = 0; done < 95; done += 5) {
      bar.advance(5);
    }
    bar.finish();
    assertThat(numbers(1)).isSorted().doesNotHaveDuplicates().endsWith(95);
    assertThat(numbers(3)).isSorted().endsWith(100);
    assertThat(printed.toString(StandardCharsets.UTF_8)).endsWith("\n");
  }

  /** Of a batch that is issued meanwhile: there are more rows than were counted at the start. */
  @Test
  void moreThanWasCountedIsNeverMoreThanAll() {
    for (boolean terminal : new boolean[] {true, false}) {
      printed.reset();
      ProgressBar bar = bar(terminal, 500);
      bar.advance(400);
      bar.advance(200);
      bar.advance(150);
      bar.finish();
      assertThat(numbers(3)).isSorted().endsWith(100).allMatch(percent -> percent <= 100);
      assertThat(numbers(1)).isSorted().endsWith(terminal ? 750 : 600);
      assertThat(numbers(2)).isSorted().endsWith(terminal ? 750 : 600);
    }
  }

  @Test
  void anEmptyBatchDrawsNothing() {
    for (boolean terminal : new boolean[] {true, false}) {
      bar(terminal, 0).finish();
    }
    assertThat(printed.size()).isZero();
  }
}
