package cn.zhixin.ledger.note;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose signatures make a checkpoint believed: the log's own, and those of some of the witnesses.
 *
 * @param log by whose name the log is known: the checkpoint's origin must be the same
 * @param witnesses each with a name of its own
 * @param quorum how many of the witnesses must have signed, 0 or more
 */
public record CheckpointPolicy(VerifierKey log, List<VerifierKey> witnesses, int quorum) {
  public CheckpointPolicy {
    witnesses = List.copyOf(witnesses);
    if (quorum < 0 || quorum > witnesses.size()) {
      throw new IllegalArgumentException(
          "of " + witnesses.size() + " witnesses " + quorum + " cannot be wanted");
    }
    if (witnesses.stream().map(VerifierKey::name).distinct().count() < witnesses.size()) {
      throw new IllegalArgumentException("two witnesses have one name");
    }
  }

  /** That of whoever trusts the log's signature alone. */
  public static CheckpointPolicy of(VerifierKey log) {
    return new CheckpointPolicy(log, List.of(), 0);
  }

  public CheckpointFinding check(SignedNote note) {
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(note.text());
    } catch (MalformedNote e) {
      return new CheckpointFinding.NotTrusted(CheckpointFault.MALFORMED_CHECKPOINT);
    }
    if (!checkpoint.origin().equals(log.name())) {
      return new CheckpointFinding.NotTrusted(CheckpointFault.OTHER_LEDGER);
    }
    SignatureCheck own = SignatureCheck.of(note, checkpoint, log);
    if (!(own instanceof SignatureCheck.Signed)) {
      return new CheckpointFinding.NotTrusted(
          own instanceof SignatureCheck.Absent
              ? CheckpointFault.NOT_SIGNED_BY_LEDGER
              : CheckpointFault.WRONG_LEDGER_SIGNATURE);
    }
    return withWitnesses(note, checkpoint);
  }

  private CheckpointFinding withWitnesses(SignedNote note, Checkpoint checkpoint) {
    List<String> cosigners = new ArrayList<>();
    for (VerifierKey witness : witnesses) {
      SignatureCheck check = SignatureCheck.of(note, checkpoint, witness);
      if (check instanceof SignatureCheck.Wrong) {
        return new CheckpointFinding.NotTrusted(CheckpointFault.WRONG_COSIGNATURE);
      }
      if (check instanceof SignatureCheck.Signed) {
        cosigners.add(witness.name());
      }
    }
    return cosigners.size() < quorum
        ? new CheckpointFinding.NotTrusted(CheckpointFault.TOO_FEW_WITNESSES)
        : new CheckpointFinding.Trusted(checkpoint, cosigners);
  }
}
