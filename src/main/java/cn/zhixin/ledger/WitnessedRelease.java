package cn.zhixin.ledger;

import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.ledger.sequencing.Cosigners;
import cn.zhixin.ledger.tile.TileSource;
import cn.zhixin.ledger.witness.Cosignatures;
import cn.zhixin.ledger.witness.WitnessSettings;
import cn.zhixin.ledger.witness.Witnesses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the witnesses cosign each checkpoint, and holds back one that too few of them cosigned. */
final class WitnessedRelease implements Cosigners, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WitnessedRelease.class);

  private final Witnesses witnesses;
  private final CheckpointPolicy policy;

  WitnessedRelease(WitnessSettings settings, VerifierKey log) {
    this.witnesses = new Witnesses(settings);
    this.policy = settings.policy(log);
  }

  @Override
  public SignedNote cosigned(Checkpoint head, SignedNote note, TileSource tiles)
      throws LedgerUnavailable {
    Cosignatures given = witnesses.cosign(head, note, tiles);
    given
        .failures()
        .forEach(
            (name, failure) ->
                LOG.warn(
                    "witness {} did not cosign {} entries: {} {}",
                    name,
                    head.size(),
                    failure.fault(),
                    failure.detail()));
    SignedNote cosigned = note.with(given.signatures());
    if (policy.check(cosigned) instanceof CheckpointFinding.NotTrusted held) {
      throw new LedgerUnavailable(
          held.fault().english()
              + " "
              + policy.quorum()
              + " of "
              + policy.witnesses().size()
              + " are wanted; away: "
              + String.join(", ", given.failures().keySet()));
    }
    return cosigned;
  }

  @Override
  public void close() {
    witnesses.close();
  }
}
