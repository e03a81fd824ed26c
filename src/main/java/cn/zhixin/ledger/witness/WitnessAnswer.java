package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.note.NoteSignature;
import cn.zhixin.ledger.note.SignedNote;
import java.util.List;

/** What a witness says to a checkpoint (C2SP tlog-witness). */
sealed interface WitnessAnswer {
  /** Recorded, durably, and cosigned by each of the witness's keys. */
  record Cosigned(List<NoteSignature> signatures) implements WitnessAnswer {
    public Cosigned {
      signatures = List.copyOf(signatures);
    }
  }

  /**
   * No request, or an old size beyond the checkpoint's.
   *
   * @param reason what was expected and what was found
   */
  record Malformed(String reason) implements WitnessAnswer {}

  /** Of an origin that the witness does not watch. */
  record UnknownLog() implements WitnessAnswer {}

  /** No trusted key of the log signed it, or a signature by one is wrong. */
  record NotSigned() implements WitnessAnswer {}

  /**
   * The old size is not that of the checkpoint that was cosigned last.
   *
   * @param latest that size, 0 if there is none
   */
  record OtherSize(long latest) implements WitnessAnswer {}

  /**
   * As large as the one that was cosigned last, and of another root: the log forked.
   *
   * @param latest size of both
   * @param evidence signed by the log
   */
  record OtherRoot(long latest, SignedNote evidence) implements WitnessAnswer {}

  /**
   * The proof does not show that the log only grew.
   *
   * @param evidence signed by the log
   */
  record NotConsistent(SignedNote evidence) implements WitnessAnswer {}
}
