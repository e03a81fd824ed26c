package cn.zhixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WaitingEntriesTests {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

  private final Logger logger = (Logger) LoggerFactory.getLogger(WaitingEntries.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final BrokenLedger ledger = new BrokenLedger();
  private long nanos = -7;
  private final WaitingEntries waiting = new WaitingEntries(ledger, () -> nanos);

  private static final class BrokenLedger implements Ledger {
    private boolean inspectionContradicts;
    private int inspections;
    private int publications;

    @Override
    public PublishedCheckpoint publish() throws LedgerUnavailable {
      publications++;
      throw new LedgerContradiction("seen while publishing");
    }

    @Override
    public void inspect() throws LedgerUnavailable {
      inspections++;
      if (inspectionContradicts) {
        throw new LedgerContradiction("seen while inspecting");
      }
    }

    @Override
    public boolean isWaiting() {
      return true;
    }

    @Override
    public Prover prover(PublishedCheckpoint checkpoint) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(log);
  }

  private void stepsOfTwoMinutes() {
    for (int i = 0; i < 60; i++) {
      waiting.step();
      nanos += PAUSE;
    }
  }

  @Test
  void raisesTheAlarmOnceAMinuteAndLeavesAContradictingLedgerAlone() {
    ledger.inspectionContradicts = true;
    stepsOfTwoMinutes();
    assertThat(log.list).hasSize(2).allMatch(event -> event.getLevel() == Level.ERROR);
    assertThat(ledger.inspections).isEqualTo(2);
    assertThat(ledger.publications).isZero();
  }

  @Test
  void raisesItAsRarelyWhenPublishingFindsTheContradiction() {
    stepsOfTwoMinutes();
    assertThat(log.list).hasSize(2).allMatch(event -> event.getLevel() == Level.ERROR);
    assertThat(ledger.publications).isEqualTo(2);
  }
}
