package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhixin.certificate.RegistryContradiction;
import cn.zhixin.issuance.ChunkClaims.ChunkWork;
import cn.zhixin.verification.CertificateFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchRunnerTests extends OnBatches {
  private static final Instant NOW = CertificateFixture.ISSUED_AT;

  private final List<Long> worked = Collections.synchronizedList(new ArrayList<>());

  private Batch batch(int rows) throws Exception {
    return batch(rows, 1);
  }

  private static List<RowOutcome> issued(ChunkClaims.Chunk chunk) {
    return chunk.rows().stream()
        .map(row -> new RowOutcome(row.sheetRow(), RowOutcome.Kind.ISSUED, CERTIFICATE))
        .toList();
  }

  private BatchRunner runner(long failing) {
    ChunkWork work =
        chunk -> {
          worked.add(chunk.batch().id());
          if (chunk.batch().id() == failing && chunk.number() == 0) {
            throw new IllegalStateException("title 0502 is gone");
          }
          return issued(chunk);
        };
    return new BatchRunner(claims, () -> work, 2);
  }

  @Test
  void goesOnWithEveryOtherChunkWhenOneFails() throws Exception {
    Batch bad = batch(3);
    Batch good = batch(2);

    List<FailedChunk> failures = runner(bad.id()).run(null, (batch, rows) -> {});

    assertThat(failures)
        .extracting(FailedChunk::batchId, FailedChunk::chunk, FailedChunk::why)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(bad.id(), 0, "title 0502 is gone"));
    assertThat(batches.doneRows(bad.id())).hasSize(2);
    assertThat(batches.doneRows(good.id())).hasSize(2);
    assertThat(ordered.list(0))
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.batch().id()).isEqualTo(bad.id());
              assertThat(left.waiting()).isEqualTo(1);
              assertThat(left.failure()).isEqualTo("title 0502 is gone");
            });
  }

  @Test
  void triesWhatFailedBeforeAfterEverythingElse() throws Exception {
    Batch bad = batch(1);
    runner(bad.id()).run(null, (batch, rows) -> {});
    Batch later = batch(1);
    worked.clear();

    BatchRunner.Worked free = runner(bad.id()).workOnFree();

    assertThat(worked).containsExactly(later.id(), bad.id());
    assertThat(free.finished()).isEqualTo(1);
    assertThat(free.failed()).hasSize(1);
  }

  /** Refuses rows whose certificate somebody changed past the registry. */
  private static ChunkWork refusing(Set<Integer> rows) {
    return chunk -> {
      if (chunk.rows().stream().map(BatchRow::sheetRow).anyMatch(rows::contains)) {
        throw new RegistryContradiction(CERTIFICATE.number(), "its life begins with REVOKED");
      }
      return issued(chunk);
    };
  }

  @Test
  void setsAContradictingCertificateAsideByNameAndFinishesTheOthersOfItsChunk() throws Exception {
    Batch batch = batch(50, 20);
    List<FailedChunk> failures =
        new BatchRunner(claims, () -> refusing(Set.of(7, 33, 34)), 2)
            .run(null, (ignored, rows) -> {});

    String one = ": certificate " + CERTIFICATE.number() + " contradicts itself: its life begins";
    assertThat(failures).extracting(FailedChunk::chunk).containsExactlyInAnyOrder(0, 1);
    assertThat(failures)
        .extracting(FailedChunk::why)
        .anySatisfy(why -> assertThat(why).startsWith("row 7" + one).doesNotContain("row 33"))
        .anySatisfy(why -> assertThat(why).contains("row 33" + one, "row 34" + one));
    assertThat(batches.doneRows(batch.id())).hasSize(47);
    BatchSummary left = ordered.list(0).get(0);
    assertThat(left.waiting()).isEqualTo(3);
    assertThat(left.failure()).contains("row ", one);

    // only what waits is tried again
    ChunkWork mended =
        chunk -> {
          chunk.rows().forEach(row -> worked.add((long) row.sheetRow()));
          return issued(chunk);
        };
    assertThat(new BatchRunner(claims, () -> mended, 1).run(null, (b, rows) -> {})).isEmpty();
    assertThat(worked).containsExactlyInAnyOrder(7L, 33L, 34L);
    assertThat(batches.doneRows(batch.id())).hasSize(50);
    assertThat(ordered.list(0)).isEmpty();
  }

  @Test
  void finishesWhatFailedOnceItsCauseIsMended() throws Exception {
    Batch bad = batch(1);
    runner(bad.id()).run(null, (batch, rows) -> {});

    assertThat(runner(-1).run(null, (batch, rows) -> {})).isEmpty();

    assertThat(batches.doneRows(bad.id())).hasSize(1);
    assertThat(ordered.list(0)).isEmpty();
  }

  @Test
  void stopsWhenOneChunkAfterAnotherFails() throws Exception {
    batch(30);
    ChunkWork broken =
        chunk -> {
          worked.add(chunk.batch().id());
          throw new IllegalStateException("the disk is full");
        };
    assertThatExceptionOfType(IssuingFailed.class)
        .isThrownBy(() -> new BatchRunner(claims, () -> broken, 1).run(null, (b, rows) -> {}))
        .havingCause()
        .withStackTraceContaining("the disk is full");
    assertThat(worked).hasSizeLessThan(20);
  }

  @Test
  void givesUpWhatWaitsAndNothingThatWasIssued() throws Exception {
    Batch bad = batch(3);
    runner(bad.id()).run(null, (batch, rows) -> {});

    assertThat(ordered.giveUp(bad.id(), "clerk", "名单作废", NOW))
        .isEqualTo(new OrderedBatches.Voiding.Voided(1));

    assertThat(batches.doneRows(bad.id())).hasSize(2);
    assertThat(runner(-1).openChunks()).isZero();
    assertThat(ordered.list(0)).isEmpty();
    BatchSummary summary = ordered.list(1).get(0);
    assertThat(summary.voidReason()).isEqualTo("名单作废");
    assertThat(summary.done()).isEqualTo(2);
    assertThat(ordered.giveUp(bad.id(), "clerk", "again", NOW))
        .isInstanceOf(OrderedBatches.Voiding.NothingLeft.class);
    assertThat(ordered.giveUp(4711, "clerk", "nothing", NOW))
        .isInstanceOf(OrderedBatches.Voiding.Unknown.class);
  }
}
