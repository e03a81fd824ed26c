package cn.zhixin.verification.offline;

import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.ledger.merkle.MalformedProof;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.MalformedNote;

/**
 * A file's proof that leads from the file's own credential to a checkpoint of the ledger. Who
 * signed the checkpoint is still to be checked.
 *
 * @param head what the checkpoint says
 */
record CarriedProof(LedgerProof proof, Checkpoint head) {
  /** Makes the leaf anew and follows the path (RFC 9162 §2.1.3.2). */
  static CarriedProof read(Bytes attachment, Bytes credential, CredentialClaims claims)
      throws NotPassed {
    try {
      LedgerProof proof = LedgerProof.parse(attachment);
      Checkpoint head = Checkpoint.parse(proof.checkpoint().text());
      Digest leaf = TreeHash.leaf(proof.leaf(credential, claims.issuer()).encoded());
      if (!proof.inclusion(head).root(leaf).equals(head.root())) {
        throw NotPassed.notGenuine(OfflineFault.NOT_IN_LEDGER);
      }
      return new CarriedProof(proof, head);
    } catch (MalformedNote | MalformedProof e) {
      throw NotPassed.notGenuine(OfflineFault.MALFORMED_LEDGER_PROOF);
    }
  }

  LedgerPlace place() {
    return new LedgerPlace(proof.index(), proof.at());
  }
}
