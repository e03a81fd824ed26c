package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.note.NoteSignature;
import java.util.List;

/** What became of asking one witness. */
public sealed interface Cosigning {
  /**
   * Verified cosignatures of its keys, that of the first key among them.
   *
   * @param signatures one or more
   */
  record Cosigned(List<NoteSignature> signatures) implements Cosigning {
    public Cosigned {
      signatures = List.copyOf(signatures);
    }
  }

  /**
   * @param detail for operators: status, or what the network said; may be empty
   */
  record NotCosigned(WitnessFault fault, String detail) implements Cosigning {}
}
