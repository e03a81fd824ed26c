package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhixin.TestDatabase;
import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.issuance.ChunkClaims.ChunkWork;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.PublicSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchRunnerTests {
  private static final Instant NOW = CertificateFixture.ISSUED_AT;
  private static final Certificate CERTIFICATE =
      CertificateFixture.registered(PublicSite.VALID, "丛培元");

  private final TestDatabase database = TestDatabase.create();
  private final List<Long> worked = Collections.synchronizedList(new ArrayList<>());
  private JdbcBatches batches;
  private ChunkClaims claims;
  private OrderedBatches ordered;

  @BeforeEach
  void connect() throws Exception {
    ResultJson results = new ResultJson(CatalogueFiles.bundled().catalogue());
    batches = new JdbcBatches(database.dataSource(), results);
    claims = new ChunkClaims(database.dataSource(), results);
    ordered = new OrderedBatches(database.dataSource());
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private Batch batch(int rows) throws Exception {
    return batches.open(
        "official-landscape",
        CertificateFixture.ISSUED_ON,
        "clerk",
        NOW,
        IntStream.range(0, rows)
            .mapToObj(row -> new BatchRow(row + 2, CERTIFICATE.result(), null))
            .toList(),
        1);
  }

  private BatchRunner runner(long failing) {
    ChunkWork work =
        chunk -> {
          worked.add(chunk.batch().id());
          if (chunk.batch().id() == failing && chunk.number() == 0) {
            throw new IllegalStateException("title 0502 is gone");
          }
          return chunk.rows().stream()
              .map(row -> new RowOutcome(row.sheetRow(), RowOutcome.Kind.ISSUED, CERTIFICATE))
              .toList();
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
    assertThat(ordered.list(false))
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

    BatchRunner.Abandoned abandoned = runner(bad.id()).finishAbandoned();

    assertThat(worked).containsExactly(later.id(), bad.id());
    assertThat(abandoned.finished()).isEqualTo(1);
    assertThat(abandoned.failed()).hasSize(1);
  }

  @Test
  void finishesWhatFailedOnceItsCauseIsMended() throws Exception {
    Batch bad = batch(1);
    runner(bad.id()).run(null, (batch, rows) -> {});

    assertThat(runner(-1).run(null, (batch, rows) -> {})).isEmpty();

    assertThat(batches.doneRows(bad.id())).hasSize(1);
    assertThat(ordered.list(false)).isEmpty();
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
    assertThat(ordered.list(false)).isEmpty();
    BatchSummary summary = ordered.list(true).get(0);
    assertThat(summary.voidReason()).isEqualTo("名单作废");
    assertThat(summary.done()).isEqualTo(2);
    assertThat(ordered.giveUp(bad.id(), "clerk", "again", NOW))
        .isInstanceOf(OrderedBatches.Voiding.NothingLeft.class);
    assertThat(ordered.giveUp(4711, "clerk", "nothing", NOW))
        .isInstanceOf(OrderedBatches.Voiding.Unknown.class);
  }
}
