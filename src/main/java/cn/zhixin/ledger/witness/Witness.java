package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.merkle.ConsistencyProof;
import cn.zhixin.ledger.merkle.MalformedProof;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.NoteSignature;
import cn.zhixin.ledger.note.SignatureCheck;
import cn.zhixin.ledger.note.SignatureType;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cosigns the checkpoints of logs it knows, each log's only as long as it grows and changes
 * nothing. Safe for several threads.
 */
public final class Witness {
  private final List<CheckpointSigner> signers;
  private final Map<String, List<VerifierKey>> logs;
  private final WitnessedHeads heads;

  /** Held from the look at the last head until the next is durable and signed. */
  private final Object turn = new Object();

  /**
   * @param signers one or more, that make cosignatures under one name
   * @param logs keys of the logs it watches; several of one name are one log's
   */
  public Witness(List<CheckpointSigner> signers, List<VerifierKey> logs, WitnessedHeads heads) {
    this.signers = List.copyOf(signers);
    this.logs = logs.stream().distinct().collect(Collectors.groupingBy(VerifierKey::name));
    this.heads = heads;
    List<VerifierKey> keys = keys();
    if (keys.stream().map(VerifierKey::name).distinct().count() != 1) {
      throw new IllegalArgumentException("a witness has one name");
    }
    if (keys.stream().anyMatch(key -> key.type() == SignatureType.ED25519)) {
      throw new IllegalArgumentException("a witness's key makes cosignatures");
    }
  }

  /** By which its cosignatures are verified. */
  public List<VerifierKey> keys() {
    return signers.stream().map(CheckpointSigner::key).toList();
  }

  /**
   * The checks in the order of C2SP tlog-witness.
   *
   * @throws IOException if its record cannot be read or written: then nothing is cosigned
   */
  WitnessAnswer add(AddCheckpoint request) throws IOException {
    Checkpoint head;
    try {
      head = Checkpoint.parse(request.checkpoint().text());
    } catch (MalformedNote e) {
      return new WitnessAnswer.Malformed(String.valueOf(e.getMessage()));
    }
    List<VerifierKey> keys = logs.get(head.origin());
    if (keys == null) {
      return new WitnessAnswer.UnknownLog();
    }
    List<NoteSignature> signatures = signaturesBy(keys, request.checkpoint(), head);
    if (signatures.isEmpty()) {
      return new WitnessAnswer.NotSigned();
    }
    if (request.oldSize() > head.size()) {
      return new WitnessAnswer.Malformed(
          "expected an old size of at most " + head.size() + ", found " + request.oldSize());
    }
    SignedNote evidence = new SignedNote(head.text(), signatures);
    synchronized (turn) {
      return cosign(request, head, evidence);
    }
  }

  /** None if one of them is wrong: C2SP signed-note would have the whole note rejected. */
  private static List<NoteSignature> signaturesBy(
      List<VerifierKey> keys, SignedNote note, Checkpoint head) {
    List<NoteSignature> found = new ArrayList<>();
    for (VerifierKey key : keys) {
      SignatureCheck check = SignatureCheck.of(note, head, key);
      if (check instanceof SignatureCheck.Wrong) {
        return List.of();
      }
      if (check instanceof SignatureCheck.Signed) {
        note.signatures().stream().filter(key::names).forEach(found::add);
      }
    }
    return found;
  }

  private WitnessAnswer cosign(AddCheckpoint request, Checkpoint head, SignedNote evidence)
      throws IOException {
    Checkpoint latest =
        heads.latest(head.origin()).orElse(new Checkpoint(head.origin(), 0, TreeHash.EMPTY));
    if (request.oldSize() != latest.size()) {
      return new WitnessAnswer.OtherSize(latest.size());
    }
    if (head.size() == latest.size() && !head.root().equals(latest.root())) {
      return new WitnessAnswer.OtherRoot(latest.size(), evidence);
    }
    if (!continues(latest, head, request)) {
      return new WitnessAnswer.NotConsistent(evidence);
    }
    heads.advance(head, evidence);
    return new WitnessAnswer.Cosigned(signers.stream().map(each -> each.sign(head)).toList());
  }

  private static boolean continues(Checkpoint latest, Checkpoint head, AddCheckpoint request) {
    if (latest.size() == 0) {
      return request.path().isEmpty();
    }
    try {
      return new ConsistencyProof(latest.size(), head.size(), request.path())
          .connects(latest.root(), head.root());
    } catch (MalformedProof e) {
      // of a length that no proof between these sizes has
      return false;
    }
  }
}
