package cn.zhixin.ledger.following;

import cn.zhixin.ledger.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What an alarm was raised for, to be shown to others: both checkpoints, signatures and all. Two
 * that a ledger signed and that exclude each other convict it wherever they are shown.
 *
 * @param place the ledger's address or folder
 * @param seen before the alarm
 */
public record Evidence(Instant at, String place, Alarm alarm, FollowedState seen) {
  /** Without the time, by which the same alarm would differ from itself. */
  String content() {
    return "ledger: %s\nalarm: %s %s\n\nlast checkpoint seen:\n%s\nserved now:\n%s\n"
        .formatted(
            place,
            alarm.code(),
            alarm.where(),
            seen.checkpoint().map(SignedNote::encoded).orElse("none\n"),
            new String(alarm.served().unsafeArray(), StandardCharsets.UTF_8));
  }

  String text() {
    return "== " + at + "\n" + content();
  }
}
