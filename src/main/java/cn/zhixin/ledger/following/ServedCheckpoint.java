package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointFault;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.SignedNote;
import java.io.IOException;
import java.util.List;

/**
 * A checkpoint that is served now and signed by those whom the policy wants.
 *
 * @param bytes as they were served
 * @param cosigners names of the trusted witnesses that signed
 */
record ServedCheckpoint(Bytes bytes, SignedNote note, Checkpoint head, List<String> cosigners) {
  static ServedCheckpoint read(LedgerSource source, CheckpointPolicy policy)
      throws IOException, Stopped {
    Bytes bytes =
        source
            .checkpoint()
            .orElseThrow(() -> new Stopped(new CannotTell(CannotTell.Gap.NO_CHECKPOINT, "")));
    SignedNote note;
    try {
      note = SignedNote.parse(bytes);
    } catch (MalformedNote e) {
      throw new Stopped(Alarm.of(CheckpointFault.MALFORMED_CHECKPOINT, bytes));
    }
    CheckpointFinding finding = policy.check(note);
    if (finding instanceof CheckpointFinding.NotTrusted not) {
      throw new Stopped(Alarm.of(not.fault(), bytes));
    }
    CheckpointFinding.Trusted trusted = (CheckpointFinding.Trusted) finding;
    return new ServedCheckpoint(bytes, note, trusted.checkpoint(), trusted.cosigners());
  }

  Stopped alarm(LedgerFault fault, String where) {
    return new Stopped(Alarm.of(fault, where, bytes));
  }

  Stopped alarm(BrokenLedger broken) {
    return alarm(broken.fault(), broken.where());
  }
}
