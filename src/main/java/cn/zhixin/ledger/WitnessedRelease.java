package cn.zhixin.ledger;

import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.ledger.sequencing.Cosigners;
import cn.zhixin.ledger.tile.TileSource;
import cn.zhixin.ledger.witness.Cosignatures;
import cn.zhixin.ledger.witness.Cosigning;
import cn.zhixin.ledger.witness.WitnessSettings;
import cn.zhixin.ledger.witness.Witnesses;
import java.util.Map;
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
    given.failures().forEach((name, failure) -> tell(name, head, failure));
    SignedNote cosigned = note.with(given.signatures());
    if (policy.check(cosigned) instanceof CheckpointFinding.NotTrusted held) {
      requireNoContradiction(given);
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

  private static void tell(String name, Checkpoint head, Cosigning.NotCosigned failure) {
    String sentence = "witness {} did not cosign {} entries: {} {}";
    Object[] values = {name, head.size(), failure.fault().english(), failure.detail()};
    if (failure.fault().isContradiction()) {
      LOG.error("ALARM: " + sentence, values);
    } else {
      LOG.warn(sentence, values);
    }
  }

  private static void requireNoContradiction(Cosignatures given) throws LedgerContradiction {
    for (Map.Entry<String, Cosigning.NotCosigned> failure : given.failures().entrySet()) {
      if (failure.getValue().fault().isContradiction()) {
        throw new LedgerContradiction(
            "witness " + failure.getKey() + ": " + failure.getValue().fault().english());
      }
    }
  }

  @Override
  public void close() {
    witnesses.close();
  }
}
