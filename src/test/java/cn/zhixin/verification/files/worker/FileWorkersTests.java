package cn.zhixin.verification.files.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.offline.IssuedFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FileWorkersTests {
  private static final Certificate CERTIFICATE =
      CertificateFixture.registered(PublicSite.VALID, "丛培元");

  private static Bytes genuine;

  @BeforeAll
  static void issue() throws Exception {
    genuine = new IssuedFiles().file(CERTIFICATE);
  }

  private static FileWorkers started(WorkerBounds bounds) {
    FileWorkers workers = new FileWorkers(Orders.trusting(), bounds);
    workers.start();
    return workers;
  }

  /** A start takes a while on a loaded machine; until then workers are busy. */
  private static WorkerAnswer patiently(FileWorkers workers, Bytes file) throws Exception {
    WorkerAnswer answer = workers.examine(file);
    for (int i = 0; i < 20 && answer.equals(new UnreadableFile(FileFault.BUSY)); i++) {
      answer = workers.examine(file);
    }
    return answer;
  }

  @Test
  void verifyAFileStrictly() throws Exception {
    try (FileWorkers workers = started(Orders.bounds(1, 1, Duration.ofSeconds(30)))) {
      FileEvidence evidence = (FileEvidence) patiently(workers, genuine);
      assertThat(evidence.strict()).isInstanceOf(StrictFinding.Proven.class);
      assertThat(evidence.credentials()).hasSize(2);
      assertThat(evidence.credentials())
          .allSatisfy(
              each -> assertThat(each.signed().orElseThrow().holderName()).isEqualTo("丛培元"));
    }
  }

  @Test
  void outliveEveryBombAndAnswerOthersMeanwhile() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (FileWorkers workers = started(Orders.bounds(2, 4, Duration.ofSeconds(10)))) {
      for (Map.Entry<String, Bytes> bomb : Bombs.all().entrySet()) {
        assertThat(bomb.getValue().size()).as(bomb.getKey()).isLessThanOrEqualTo(Orders.MAXIMUM);
        Future<WorkerAnswer> hit = threads.submit(() -> patiently(workers, bomb.getValue()));
        assertThat(patiently(workers, genuine)).as(bomb.getKey()).isInstanceOf(FileEvidence.class);
        assertThat(hit.get())
            .as(bomb.getKey())
            .satisfies(answer -> assertThat(harmless(answer)).isTrue());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** An error, or that nothing is in it. */
  private static boolean harmless(WorkerAnswer answer) {
    return answer instanceof UnreadableFile unreadable
        ? unreadable.fault() != FileFault.BUSY
        : ((FileEvidence) answer).credentials().isEmpty();
  }

  @Test
  void killAFileThatTakesTooLongAndGoOn() throws Exception {
    Bytes slow = Bombs.endless();
    try (FileWorkers workers = started(Orders.bounds(1, 1, Duration.ofSeconds(8)))) {
      assertThat(patiently(workers, genuine)).isInstanceOf(FileEvidence.class);
      assertThat(workers.examine(slow)).isEqualTo(new UnreadableFile(FileFault.TOO_SLOW));
      assertThat(patiently(workers, genuine)).isInstanceOf(FileEvidence.class);
    }
  }

  @Test
  void turnAwayWhoeverFindsTheQueueFull() throws Exception {
    Bytes slow = Bombs.endless();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (FileWorkers workers = started(Orders.bounds(1, 0, Duration.ofSeconds(8)))) {
      assertThat(patiently(workers, genuine)).isInstanceOf(FileEvidence.class);
      List<Future<WorkerAnswer>> together = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        together.add(threads.submit(() -> workers.examine(slow)));
      }
      int busy = 0;
      for (Future<WorkerAnswer> each : together) {
        busy += each.get().equals(new UnreadableFile(FileFault.BUSY)) ? 1 : 0;
      }
      assertThat(busy).isEqualTo(2);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void areReplacedAfterSomeFiles() throws Exception {
    WorkerBounds two = new WorkerBounds(1, 1, Duration.ofSeconds(30), 128, 2);
    try (FileWorkers workers = started(two)) {
      for (int i = 0; i < 5; i++) {
        assertThat(patiently(workers, genuine)).isInstanceOf(FileEvidence.class);
      }
    }
  }

  @Test
  void refuseAFileOverTheLimitUnseen() throws Exception {
    FileWorkers neverStarted =
        new FileWorkers(Orders.trusting(), Orders.bounds(1, 1, Duration.ofSeconds(1)));
    assertThat(neverStarted.examine(Bytes.wrap(new byte[Orders.MAXIMUM + 1])))
        .isEqualTo(new UnreadableFile(FileFault.TOO_LARGE));
    neverStarted.close();
  }
}
