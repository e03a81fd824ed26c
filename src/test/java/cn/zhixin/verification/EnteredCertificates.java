package cn.zhixin.verification;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerInMemory;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Ledgers in which a certificate stands at its place among 1,300 entries. */
public final class EnteredCertificates {
  public static final String NAME = "zc.example.cn/ledger";
  public static final CheckpointSigner LEDGER = CheckpointSigner.log(NAME, newKey());
  public static final CheckpointSigner WITNESS =
      CheckpointSigner.witness("witness.example", newKey(), () -> CertificateFixture.ISSUED_AT);

  public static final long SIZE = 1300;

  private EnteredCertificates() {}

  public static Ed25519PrivateKey newKey() {
    return Ed25519PrivateKey.generate(new SecureRandom());
  }

  public static LedgerPlace place(Certificate certificate) {
    return Objects.requireNonNull(certificate.ledgerPlace());
  }

  /** Signed by the ledger and one witness. */
  public static LedgerProof proof(Certificate certificate) throws Exception {
    return proof(certificate, place(certificate).at(), List.of(LEDGER, WITNESS));
  }

  public static LedgerProof proof(
      Certificate certificate, Instant at, List<CheckpointSigner> signers) throws Exception {
    LedgerPlace place = new LedgerPlace(place(certificate).index(), at);
    return ledger(certificate, at, Map.of(), signers).proof(certificate.salt(), place);
  }

  /**
   * @param at when it was entered
   * @param later what happened to the certificate since, by index
   */
  public static LedgerInMemory ledger(
      Certificate certificate,
      Instant at,
      Map<Long, LeafKind> later,
      List<CheckpointSigner> signers)
      throws Exception {
    Map<Long, LedgerLeaf> entries = new HashMap<>();
    entries.put(place(certificate).index(), leaf(certificate, LeafKind.ISSUED, at));
    later.forEach((index, kind) -> entries.put(index, leaf(certificate, kind, at)));
    return new LedgerInMemory(SIZE, entries, at, signers);
  }

  private static LedgerLeaf leaf(Certificate certificate, LeafKind kind, Instant at) {
    Digest subject = certificate.salt().subject(certificate.credential());
    int issuer = certificate.result().committee().issuer().number();
    return new LedgerLeaf(kind, issuer, at, subject, Optional.empty());
  }
}
