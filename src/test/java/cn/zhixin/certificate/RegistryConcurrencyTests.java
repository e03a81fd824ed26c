package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryConcurrencyTests {
  private static final int THREADS = 8;

  private final TestRegistry registry = new TestRegistry();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 2);

  @AfterEach
  void close() {
    threads.shutdownNow();
    registry.close();
  }

  @Test
  void overlappingChunksOfManyProcessesRegisterEachResultOnce() throws Exception {
    List<Callable<List<Registration>>> work = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Certificates process = registry.another();
      Random random = new Random(thread);
      for (int chunk = 0; chunk < 5; chunk++) {
        List<TitleResult> results = new ArrayList<>(Results.persons(chunk * 40, chunk * 40 + 80));
        Collections.shuffle(results, random);
        work.add(() -> process.register(results, Results.ISSUED, TestRegistry.SIGNER));
      }
    }
    int registered = 0;
    Map<String, VerificationCode> codes = new HashMap<>();
    for (Future<List<Registration>> done : threads.invokeAll(work)) {
      for (Registration outcome : done.get(120, TimeUnit.SECONDS)) {
        registered += outcome instanceof Registration.Registered ? 1 : 0;
        Certificate certificate = outcome.certificate();
        VerificationCode code =
            codes.putIfAbsent(certificate.result().document().number(), certificate.code());
        assertThat(code).isIn(null, certificate.code());
      }
    }
    assertThat(registered).isEqualTo(240);
    assertThat(registry.count("certificate")).isEqualTo(240);
    List<String> numbers =
        registry.jdbc.sql("select number from certificate").query(String.class).list();
    assertThat(new HashSet<>(numbers)).hasSize(240);
    assertThat(numbers.stream().map(number -> number.substring(14, 20)).max(String::compareTo))
        .contains("000240");
  }

  @Test
  void twoDatesOfOneTitleAtOnceGiveOneCertificate() throws Exception {
    for (int person = 0; person < 25; person++) {
      List<Callable<List<Registration>>> work = new ArrayList<>();
      for (int day = 1; day <= 4; day++) {
        TitleResult result = Results.acquired(person, LocalDate.of(2025, 11, day));
        work.add(() -> registry.register(List.of(result)));
      }
      int registered = 0;
      for (Future<List<Registration>> done : threads.invokeAll(work)) {
        registered += done.get().get(0) instanceof Registration.Registered ? 1 : 0;
      }
      assertThat(registered).isEqualTo(1);
    }
    assertThat(registry.count("certificate")).isEqualTo(25);
  }

  @Test
  void theSameChunkReleasedAndChangedByManyAtOnceHappensOnce() throws Exception {
    List<Certificate> pending =
        registry.register(Results.persons(0, 60)).stream().map(Registration::certificate).toList();
    registry.publish();
    List<Callable<Object>> work = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Certificates process = registry.another();
      List<DocumentRelease> releases =
          new ArrayList<>(pending.stream().map(TestRegistry::finished).toList());
      Collections.shuffle(releases, new Random(thread));
      work.add(() -> process.release(releases, TestRegistry.NOW, "node"));
      work.add(() -> registry.change(pending.get(7), CertificateEventKind.REVOKED));
    }
    for (Future<Object> done : threads.invokeAll(work)) {
      done.get(120, TimeUnit.SECONDS);
    }
    registry.change(pending.get(7), CertificateEventKind.REVOKED);
    assertThat(registry.feed.after(0, 1000))
        .extracting(StateFeed.Entry::position)
        .isEqualTo(LongStream.rangeClosed(1, 61).boxed().toList());
    Map<VerificationCode, Integer> changed = new HashMap<>();
    assertThat(registry.feed.snapshot(changed::put)).map(StateFeed.Entry::position).contains(61L);
    assertThat(changed).isEqualTo(Map.of(pending.get(7).code(), 2));
  }

  @Test
  void aReaderOfTheFeedMissesNothingOfASlowTransaction() throws Exception {
    List<Certificate> pending =
        registry.register(Results.persons(0, 3)).stream().map(Registration::certificate).toList();
    registry.publish();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    Future<?> slow =
        threads.submit(
            () ->
                registry.transactions.executeWithoutResult(
                    status -> {
                      registry.withinTransactions.release(
                          List.of(TestRegistry.finished(pending.get(0))), TestRegistry.NOW, "slow");
                      written.countDown();
                      await(mayCommit);
                    }));
    await(written);
    Future<?> quick = threads.submit(() -> registry.release(pending.get(1)));
    AtomicBoolean stop = new AtomicBoolean();
    Future<List<StateFeed.Entry>> reader = threads.submit(() -> follow(stop));
    Thread.sleep(500);
    // whoever came later waits: it must not become visible with a position that is passed
    assertThat(quick.isDone()).isFalse();
    assertThat(registry.feed.snapshot((code, version) -> {})).isEmpty();
    mayCommit.countDown();
    slow.get(60, TimeUnit.SECONDS);
    quick.get(60, TimeUnit.SECONDS);
    registry.release(pending.get(2));
    stop.set(true);
    assertThat(reader.get(60, TimeUnit.SECONDS))
        .containsExactly(
            issued(1, pending.get(0)), issued(2, pending.get(1)), issued(3, pending.get(2)));
  }

  @Test
  void aReaderMissesNothingWhileManyCommit() throws Exception {
    List<Certificate> pending =
        registry.register(Results.persons(0, 200)).stream().map(Registration::certificate).toList();
    AtomicBoolean stop = new AtomicBoolean();
    Future<List<StateFeed.Entry>> reader = threads.submit(() -> follow(stop));
    threads.invokeAll(
        pending.stream()
            .map(certificate -> (Callable<Certificate>) () -> registry.release(certificate))
            .toList());
    stop.set(true);
    List<StateFeed.Entry> seen = reader.get(60, TimeUnit.SECONDS);
    assertThat(seen).isEqualTo(registry.feed.after(0, 1000)).hasSize(200);
  }

  private static StateFeed.Entry issued(long position, Certificate certificate) {
    return new StateFeed.Entry(position, certificate.code(), 1, TestRegistry.NOW);
  }

  /** As a node does: asks for what came after the last position it has seen. */
  private List<StateFeed.Entry> follow(AtomicBoolean stop) {
    List<StateFeed.Entry> seen = new ArrayList<>();
    boolean last;
    do {
      last = stop.get();
      long position = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
      seen.addAll(registry.feed.after(position, last ? 1000 : 7));
    } while (!last);
    return seen;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
