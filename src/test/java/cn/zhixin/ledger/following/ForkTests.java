package cn.zhixin.ledger.following;

import static cn.zhixin.ledger.following.Following.alarm;
import static cn.zhixin.ledger.following.Following.alarms;
import static cn.zhixin.ledger.following.Following.seen;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointFault;
import cn.zhixin.ledger.note.SignedNote;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints that contradict what was seen, or that nobody trusted signed. */
class ForkTests {
  @TempDir private Path folder;

  private GrowingLedger ledger() {
    return new GrowingLedger(folder.resolve("ledger"));
  }

  @Test
  void aRolledBackCheckpointRaisesTheAlarm() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    SignedNote early = ledger.sign();
    FollowedState state = seen(ledger.growTo(600));
    ledger.publish(early);
    Alarm alarm = alarm(ledger, state);
    assertThat(alarm.code()).isEqualTo("ROLLED_BACK");
    assertThat(alarm.where()).isEqualTo("300 < 600");
  }

  /** Of two trees by one key that part at some entry, the other is shown. */
  @ParameterizedTest
  @CsvSource({
    "300, 300, 0",
    "300, 300, 299",
    "300, 301, 299",
    "300, 900, 256",
    "300, 900, 0",
    "256, 512, 255",
    "512, 900, 300"
  })
  void aForkRaisesTheAlarm(long seen, long shown, long parting) throws Exception {
    GrowingLedger here = ledger().growTo(seen);
    FollowedState state = seen(here);
    GrowingLedger fork = here.twin(folder.resolve("fork")).growTo(parting).growTo(parting + 1, "x");
    fork.growTo(shown);
    assertThat(seen(fork).size()).as("right, to whoever saw nothing else").isEqualTo(shown);
    alarms(LedgerFault.FORKED, fork, state);
  }

  @Test
  void aForkBehindTheTilesOfTheOtherTreeIsUnfounded() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    FollowedState state = seen(ledger);
    GrowingLedger fork = ledger.twin(folder.resolve("fork")).growTo(400, "x");
    ledger.growTo(400);
    ledger.publish(fork.sign());
    alarms(LedgerFault.UNFOUNDED, ledger, state);
    alarms(LedgerFault.UNFOUNDED, ledger, FollowedState.start());
  }

  @Test
  void aCheckpointThatIsNotTrustedRaisesTheAlarmOfItsFault() throws Exception {
    GrowingLedger ledger = ledger().growTo(300);
    GrowingLedger stranger = new GrowingLedger(folder.resolve("stranger")).growTo(300);
    SignedNote genuine = ledger.sign();
    Checkpoint larger = new Checkpoint(GrowingLedger.ORIGIN, 301, ledger.head().root());
    Map<CheckpointFault, String> notes =
        Map.of(
            CheckpointFault.MALFORMED_CHECKPOINT, "<html>please sign in</html>",
            CheckpointFault.OTHER_LEDGER, genuine.encoded().replaceFirst("zc", "gz"),
            CheckpointFault.NOT_SIGNED_BY_LEDGER, stranger.sign().encoded(),
            CheckpointFault.WRONG_LEDGER_SIGNATURE,
                new SignedNote(larger.text(), genuine.signatures()).encoded());
    for (Map.Entry<CheckpointFault, String> note : notes.entrySet()) {
      ledger.publish(note.getValue());
      Alarm alarm = alarm(ledger, FollowedState.start());
      assertThat(alarm.code()).isEqualTo(note.getKey().name());
      assertThat(alarm.served()).isEqualTo(Bytes.ofUtf8(note.getValue()));
    }
  }
}
