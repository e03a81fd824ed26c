package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.LongReport;
import cn.zhixin.Program;
import cn.zhixin.RunningService;
import cn.zhixin.issuance.RosterAudit.Registered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn -Plong -Dlong=kills -Dcycles=1000 verify} kills more often than by default, among more
 * people.
 */
@Tag("kills")
class IssueKilledIntegrationTests {
  private static final int KILLS = Integer.getInteger("zhixin.kills", 6);
  private static final long SEED = 20251103;
  private static final int CHUNK = 10;
  private static final long PATIENCE_SECONDS = 180;

  /** A chunk takes some tens of milliseconds: a kill may fall into any step of it. */
  private static final int WITHIN_A_CHUNK_MILLIS = 200;

  private final Random random = new Random(SEED);

  @TempDir private Path folder;
  private Path home;
  private Program program;

  @BeforeEach
  void prepare() {
    home = folder.resolve("home");
    program =
        new Program(home, "zhixin.issuance.chunk-size=" + CHUNK, "zhixin.signing.time-stamp=none");
  }

  @Test
  void issuesEverybodyOnceThoughKilledAgainAndAgain() throws Exception {
    int people = Math.max(300, 50 * KILLS);
    Path roster = Rosters.write(folder.resolve("roster.csv"), people, SEED);
    try (RosterAudit audit = new RosterAudit(home)) {
      Map<String, Registered> known = audit.registered();
      int inTheMiddle = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        killDuringIssue(roster, audit, random.nextInt(4));
        Map<String, Registered> now = audit.registered();
        RosterAudit.assertKept(known, now);
        inTheMiddle += audit.openChunks() > 0 ? 1 : 0;
        known = now;
      }
      assertThat(inTheMiddle).as("kills that left work undone").isGreaterThanOrEqualTo(KILLS / 2);

      Program.Result end = program.run(issue(roster));

      assertThat(end.exitCode()).as(end.output()).isZero();
      RosterAudit.assertKept(known, audit.registered());
      audit.assertAllIssuedOnce(people);
      audit.assertAllInTheLedgerOnce();
      // no assertion above failed, so that nothing is
      LongReport.add("kills", Map.of("cycles", KILLS, "lost", 0, "duplicated", 0, "unlogged", 0));
      try (var copies = Files.list(folder.resolve("out"))) {
        assertThat(copies.filter(copy -> copy.toString().endsWith(".pdf"))).hasSize(people);
      }
    }
  }

  @Test
  void issuesNothingTwiceWhenTwoProcessesBringTheSameRoster() throws Exception {
    Path roster = Rosters.write(folder.resolve("roster.csv"), 120, SEED);
    Process first = program.start(folder.resolve("first.log"), issue(roster));
    Process second = program.start(folder.resolve("second.log"), issue(roster));

    assertThat(first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    assertThat(first.exitValue()).as(Files.readString(folder.resolve("first.log"))).isZero();
    assertThat(second.exitValue()).as(Files.readString(folder.resolve("second.log"))).isZero();
    try (RosterAudit audit = new RosterAudit(home)) {
      audit.assertAllIssuedOnce(120);
      audit.assertAllInTheLedgerOnce();
    }
  }

  @Test
  void theServiceFinishesWhatAKilledCommandLeft() throws Exception {
    Path roster = Rosters.write(folder.resolve("roster.csv"), 200, SEED);
    try (RosterAudit audit = new RosterAudit(home)) {
      killDuringIssue(roster, audit, 2);
      assertThat(audit.openChunks()).isPositive();
      Map<String, Registered> known = audit.registered();
      try (RunningService service = RunningService.start(program, folder.resolve("serve.log"))) {
        service.await(Duration.ofMinutes(1), () -> audit.openChunks() == 0);
      }
      RosterAudit.assertKept(known, audit.registered());
      audit.assertAllIssuedOnce(200);
      audit.assertAllInTheLedgerOnce();
    }
  }

  /** Kills the command somewhere after it did so many chunks more. */
  private void killDuringIssue(Path roster, RosterAudit audit, int chunks) throws Exception {
    long goal = audit.chunksDone() + chunks;
    Process process = program.start(folder.resolve("killed.log"), issue(roster));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && !working(audit, goal) && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    Thread.sleep(random.nextInt(WITHIN_A_CHUNK_MILLIS));
    process.destroyForcibly().waitFor();
  }

  private static boolean working(RosterAudit audit, long goal) throws Exception {
    return audit.chunksDone() >= goal && !audit.registered().isEmpty();
  }

  private String[] issue(Path roster) {
    return new String[] {
      "issue", roster.toString(), "--out", folder.resolve("out").toString(), "--lang", "en"
    };
  }
}
