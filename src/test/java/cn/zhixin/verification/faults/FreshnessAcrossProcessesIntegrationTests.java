package cn.zhixin.verification.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.LongReport;
import cn.zhixin.Program;
import cn.zhixin.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nodes in processes of their own, one of which stands still during every revocation. */
@Tag("freshness")
class FreshnessAcrossProcessesIntegrationTests {
  private static final Logger LOG =
      LoggerFactory.getLogger(FreshnessAcrossProcessesIntegrationTests.class);
  private static final int REVOCATIONS = 3;

  /** How much longer than the change itself the second one stands still. */
  private static final int PAUSE_SECONDS = Integer.getInteger("freshness.pause", 0);

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final Queue<String> stale = new ConcurrentLinkedQueue<>();
  private final LongAdder answers = new LongAdder();
  private volatile boolean stop;

  @Test
  void aNodeThatStoodStillDoesNotAnswerWithWhatItKnewBefore() throws Exception {
    Program program = new Program(folder.resolve("home"));
    try (RunningService service = RunningService.start(program, folder.resolve("office.log"));
        PublicProcess first =
            PublicProcess.start(program, folder.resolve("1.log"), service.firstCode());
        PublicProcess second =
            PublicProcess.start(program, folder.resolve("2.log"), service.firstCode())) {
      List<String> codes = codes();
      List<Future<?>> readers = new ArrayList<>();
      for (PublicProcess node : List.of(first, second)) {
        readers.add(threads.submit(() -> read(node, codes)));
      }
      for (int i = 0; i < REVOCATIONS; i++) {
        second.signal("STOP");
        Program.Result result =
            program.run(
                "certificate", "revoke", codes.get(i), "--reason", "复核", "--ground", "〔2026〕3号");
        assertThat(result.exitCode()).as(result.output()).isZero();
        revoked.add(codes.get(i));
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        second.signal("CONT");
        for (PublicProcess node : List.of(second, first)) {
          assertThat(node.verdict(codes.get(i))).contains("REVOKED");
        }
      }
      stop = true;
      for (Future<?> reader : readers) {
        reader.get(1, TimeUnit.MINUTES);
      }
      LOG.info("{} answers of two processes, {} stale", answers, stale.size());
      LongReport.add(
          "freshness",
          Map.of(
              "processes_answers", answers.sum(),
              "processes_revocations", REVOCATIONS,
              "processes_stale_valid", stale.size()));
      assertThat(stale).isEmpty();
    } finally {
      stop = true;
      threads.shutdownNow();
    }
  }

  private Void read(PublicProcess node, List<String> codes) throws InterruptedException {
    for (int i = 0; !stop; i++) {
      String code = codes.get(i % codes.size());
      boolean owed = revoked.contains(code);
      node.verdict(code)
          .ifPresent(
              verdict -> {
                answers.increment();
                if (owed && !Set.of("REVOKED", "UNCONFIRMED").contains(verdict)) {
                  stale.add(code + " " + verdict);
                }
              });
    }
    return null;
  }

  /** Of some of the demo's certificates. */
  private List<String> codes() throws Exception {
    try (var files = Files.walk(folder.resolve("home").resolve("copies"))) {
      List<String> codes = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".pdf")).toList()) {
        codes.add(DocumentCodes.of(file));
      }
      return codes.subList(0, REVOCATIONS + 3);
    }
  }
}
