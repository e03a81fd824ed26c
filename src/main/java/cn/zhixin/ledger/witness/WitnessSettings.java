package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.VerifierKey;
import java.time.Duration;
import java.util.List;

/**
 * Whom the log asks for cosignatures.
 *
 * @param witnesses each with a name of its own
 * @param quorum how many must have cosigned before a checkpoint may be published, 0 for none
 * @param timeout longest time that one checkpoint waits for them
 */
public record WitnessSettings(List<RemoteWitness> witnesses, int quorum, Duration timeout) {
  public WitnessSettings {
    witnesses = List.copyOf(witnesses);
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("witnesses need some time, not " + timeout);
    }
    if (quorum < 0 || quorum > witnesses.size()) {
      throw new IllegalArgumentException(
          "of " + witnesses.size() + " witnesses " + quorum + " cannot be wanted");
    }
    if (witnesses.stream().map(RemoteWitness::name).distinct().count() < witnesses.size()) {
      throw new IllegalArgumentException("two witnesses have one name");
    }
  }

  /**
   * By which a checkpoint of the log is released, and believed by others.
   *
   * @throws IllegalArgumentException if the quorum cannot be met without a key of the log's own
   *     name
   */
  public CheckpointPolicy policy(VerifierKey log) {
    return new CheckpointPolicy(log, witnesses.stream().map(RemoteWitness::key).toList(), quorum);
  }
}
