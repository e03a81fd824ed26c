package cn.zhixin.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The race that C2SP tlog-witness warns of, and its worse sibling: two heads of a forked log. */
class WitnessRaceTests {
  private static final int ROUNDS = 60;

  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @TempDir private Path folder;

  @Test
  void ofRequestsThatRaceFromOneSizeExactlyOneIsCosignedAndNothingIsRolledBack() throws Exception {
    GrowingLog log = GrowingLog.of(3 * ROUNDS);
    GrowingLog fork = log.forkedAt(0);
    try (RunningWitness running = RunningWitness.start("w.example/1", folder, log.key())) {
      long latest = 0;
      for (int round = 1; round < ROUNDS; round++) {
        List<AddCheckpoint> rivals =
            List.of(
                log.request(latest, latest + 1),
                log.request(latest, latest + 2),
                log.request(latest, latest + 3),
                fork.request(latest, latest + 2));
        List<WitnessAnswer> answers = race(running.witness, rivals);
        List<AddCheckpoint> cosigned = new ArrayList<>();
        for (int i = 0; i < rivals.size(); i++) {
          if (answers.get(i) instanceof WitnessAnswer.Cosigned) {
            cosigned.add(rivals.get(i));
          }
        }
        assertThat(cosigned).hasSize(1);
        if (cosigned.get(0).equals(rivals.get(3))) {
          // only the first head of all may be that of the fork: from then on it is the log
          assertThat(round).isEqualTo(1);
          GrowingLog other = log;
          log = fork;
          fork = other;
        }
        latest = recorded(running.witness, log);
        assertThat(running.witness.add(log.request(latest, latest)))
            .isInstanceOf(WitnessAnswer.Cosigned.class);
        assertThat(cosigned.get(0).checkpoint().text()).isEqualTo(log.head(latest).text());
      }
    }
  }

  private static long recorded(Witness witness, GrowingLog log) throws Exception {
    // an old size that no head has: the witness tells its own
    WitnessAnswer told =
        witness.add(new AddCheckpoint(3L * ROUNDS, List.of(), log.note(3L * ROUNDS)));
    return told instanceof WitnessAnswer.OtherSize other ? other.latest() : 3L * ROUNDS;
  }

  private List<WitnessAnswer> race(Witness witness, List<AddCheckpoint> rivals) throws Exception {
    CyclicBarrier start = new CyclicBarrier(rivals.size());
    List<Future<WitnessAnswer>> running = new ArrayList<>();
    for (AddCheckpoint rival : rivals) {
      running.add(
          threads.submit(
              () -> {
                start.await(10, TimeUnit.SECONDS);
                return witness.add(rival);
              }));
    }
    List<WitnessAnswer> answers = new ArrayList<>();
    for (Future<WitnessAnswer> each : running) {
      answers.add(each.get(10, TimeUnit.SECONDS));
    }
    return answers;
  }
}
