package cn.zhixin.ledger.witness;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.Base64Text;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.NoteSignature;
import cn.zhixin.ledger.note.SignatureCheck;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a witness answered; nothing in it is trusted.
 *
 * @param status of HTTP
 */
record WitnessReply(int status, Bytes body) {
  /** Of the specification: old size and record differ. */
  static final int CONFLICT = 409;

  private static final int OK = 200;
  private static final int LONGEST_SIZE = 20;

  boolean isConflict() {
    return status == CONFLICT;
  }

  /** The size that a conflict tells; empty if it tells none. */
  OptionalLong size() {
    if (body.size() <= LONGEST_SIZE) {
      try {
        return OptionalLong.of(Base64Text.number(text().strip(), "a size"));
      } catch (MalformedNote e) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  /** What it comes to, but for a conflict that can be resolved. */
  Cosigning verified(Checkpoint head, RemoteWitness witness) {
    WitnessFault fault;
    switch (status) {
      case OK -> {
        return cosignatures(head, witness);
      }
      case 403 -> fault = WitnessFault.LOG_KEY_NOT_TRUSTED;
      case 404 -> fault = WitnessFault.LOG_UNKNOWN;
      case 422 -> fault = WitnessFault.NOT_CONSISTENT;
      default -> fault = WitnessFault.UNEXPECTED_ANSWER;
    }
    return new Cosigning.NotCosigned(fault, "status " + status);
  }

  private Cosigning cosignatures(Checkpoint head, RemoteWitness witness) {
    List<NoteSignature> good = new ArrayList<>();
    try {
      for (String line : text().strip().split("\n", -1)) {
        NoteSignature signature = NoteSignature.parse(line);
        for (VerifierKey key : witness.keys()) {
          if (key.names(signature)) {
            if (!isBy(key, signature, head)) {
              return new Cosigning.NotCosigned(WitnessFault.WRONG_COSIGNATURE, key.vkey());
            }
            good.add(signature);
          }
        }
      }
    } catch (MalformedNote e) {
      return new Cosigning.NotCosigned(
          WitnessFault.UNEXPECTED_ANSWER, String.valueOf(e.getMessage()));
    }
    return good.stream().anyMatch(witness.key()::names)
        ? new Cosigning.Cosigned(good)
        : new Cosigning.NotCosigned(WitnessFault.NO_COSIGNATURE, witness.key().vkey());
  }

  private static boolean isBy(VerifierKey key, NoteSignature signature, Checkpoint head) {
    SignedNote alone = new SignedNote(head.text(), List.of(signature));
    return SignatureCheck.of(alone, head, key) instanceof SignatureCheck.Signed;
  }

  private String text() {
    return new String(body.unsafeArray(), StandardCharsets.UTF_8);
  }
}
