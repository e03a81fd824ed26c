package cn.zhixin.ledger.note;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose signatures make a checkpoint believed: the log's own, and those of some of the witnesses.
 *
 * <p>A key among the witnesses that has the log's name is a further key of the log, such as its
 * ML-DSA key: it must have signed as the log's first key must, and is no witness, since nobody
 * bears witness to himself.
 *
 * @param log by whose name the log is known: the checkpoint's origin must be the same
 * @param witnesses each with a name of its own; at most one is a further key of the log
 * @param quorum how many of the real witnesses must have signed, 0 or more
 */
public record CheckpointPolicy(VerifierKey log, List<VerifierKey> witnesses, int quorum) {
  public CheckpointPolicy {
    witnesses = List.copyOf(witnesses);
    int real = others(log, witnesses).size();
    if (quorum < 0 || quorum > real) {
      throw new IllegalArgumentException(
          "of " + real + " witnesses " + quorum + " cannot be wanted");
    }
    if (witnesses.stream().map(VerifierKey::name).distinct().count() < witnesses.size()) {
      throw new IllegalArgumentException("two witnesses have one name");
    }
  }

  /** That of whoever trusts the log's signature alone. */
  public static CheckpointPolicy of(VerifierKey log) {
    return of(log, List.of());
  }

  /** That of whoever wants all these keys to have signed. */
  public static CheckpointPolicy of(VerifierKey log, List<VerifierKey> witnesses) {
    return new CheckpointPolicy(log, witnesses, others(log, witnesses).size());
  }

  /** The real witnesses. */
  private static List<VerifierKey> others(VerifierKey log, List<VerifierKey> witnesses) {
    return witnesses.stream().filter(key -> !key.name().equals(log.name())).toList();
  }

  /** The log's own, at least one. */
  private List<VerifierKey> logKeys() {
    List<VerifierKey> keys = new ArrayList<>(List.of(log));
    witnesses.stream().filter(key -> key.name().equals(log.name())).forEach(keys::add);
    return keys;
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
    for (VerifierKey key : logKeys()) {
      SignatureCheck own = SignatureCheck.of(note, checkpoint, key);
      if (!(own instanceof SignatureCheck.Signed)) {
        return new CheckpointFinding.NotTrusted(
            own instanceof SignatureCheck.Absent
                ? CheckpointFault.NOT_SIGNED_BY_LEDGER
                : CheckpointFault.WRONG_LEDGER_SIGNATURE);
      }
    }
    return withWitnesses(note, checkpoint);
  }

  private CheckpointFinding withWitnesses(SignedNote note, Checkpoint checkpoint) {
    List<String> cosigners = new ArrayList<>();
    for (VerifierKey witness : others(log, witnesses)) {
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
