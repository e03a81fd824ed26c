package cn.zhixin.verification.offline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.CredentialCodec;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.ledger.Salt;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.NoteSignature;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.PublicSite;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerCheckTests {
  private static final Certificate CERTIFICATE =
      CertificateFixture.registered(PublicSite.VALID, "丛培元");
  private static final VerifierKey LEDGER = EnteredCertificates.LEDGER.key();
  private static final VerifierKey WITNESS = EnteredCertificates.WITNESS.key();
  private static final VerifierKey OTHER =
      CheckpointSigner.log("other.example/ledger", EnteredCertificates.newKey()).key();
  private static final VerifierKey IMPOSTOR =
      CheckpointSigner.log(EnteredCertificates.NAME, EnteredCertificates.newKey()).key();

  private static final TrustedLedgers ONE = TrustedLedgers.of(List.of(LEDGER), List.of(), 0);

  private static CredentialClaims claims() throws Exception {
    return CredentialCodec.decode(CoseSign1.parse(CERTIFICATE.credential()).payload());
  }

  private static LedgerProof proof() throws Exception {
    return EnteredCertificates.proof(CERTIFICATE);
  }

  private static String outcome(LedgerProof proof, TrustedLedgers ledgers) throws Exception {
    return outcome(proof.encoded(), ledgers);
  }

  private static String outcome(Bytes proof, TrustedLedgers ledgers) throws Exception {
    try {
      new LedgerCheck(ledgers).check(proof, CERTIFICATE.credential(), claims());
      return "passed";
    } catch (NotPassed e) {
      return e.finding() instanceof OfflineFinding.NotGenuine not
          ? "not genuine: " + not.reason().code()
          : "cannot tell: " + ((OfflineFinding.CannotTell) e.finding()).reason().code();
    }
  }

  @Test
  void tellsPlaceLedgerAndWitnesses() throws Exception {
    TrustedLedgers witnessed = TrustedLedgers.of(List.of(OTHER, LEDGER), List.of(WITNESS), 1);
    assertThat(
            new LedgerCheck(witnessed).check(proof().encoded(), CERTIFICATE.credential(), claims()))
        .isEqualTo(
            new LedgerEntry.Signed(
                EnteredCertificates.place(CERTIFICATE),
                EnteredCertificates.NAME,
                List.of("witness.example")));
  }

  @Test
  void saysThatTheSignatureWasNotCheckedIfNoLedgerIsTrusted() throws Exception {
    assertThat(
            new LedgerCheck(TrustedLedgers.none())
                .check(unsigned(proof()).encoded(), CERTIFICATE.credential(), claims()))
        .isEqualTo(
            new LedgerEntry.Unchecked(
                EnteredCertificates.place(CERTIFICATE), EnteredCertificates.NAME));
  }

  @Test
  void refusesWhatIsNoProof() throws Exception {
    LedgerProof proof = proof();
    String text = new String(proof.encoded().toArray(), StandardCharsets.UTF_8);
    List<LedgerProof> unfit =
        List.of(
            with(proof, proof.index(), proof.path().subList(1, proof.path().size())),
            with(proof, EnteredCertificates.SIZE, proof.path()),
            with(proof, Long.MAX_VALUE, proof.path()),
            new LedgerProof(
                proof.salt(),
                proof.at(),
                proof.index(),
                proof.path(),
                new SignedNote("no checkpoint\n", proof.checkpoint().signatures())));
    for (LedgerProof changed : unfit) {
      assertThat(outcome(changed, TrustedLedgers.none()))
          .isEqualTo("not genuine: MALFORMED_LEDGER_PROOF");
    }
    assertThat(outcome(Bytes.ofUtf8(text.substring(1)), TrustedLedgers.none()))
        .isEqualTo("not genuine: MALFORMED_LEDGER_PROOF");
  }

  private static LedgerProof with(LedgerProof proof, long index, List<Digest> path) {
    return new LedgerProof(proof.salt(), proof.at(), index, path, proof.checkpoint());
  }

  @Test
  void refusesAProofThatLeadsFromAnotherLeaf() throws Exception {
    LedgerProof proof = proof();
    Salt salt = new Salt(Bytes.ofHex("ff".repeat(Salt.SIZE)));
    Instant later = proof.at().plusMillis(1);
    for (LedgerProof changed :
        List.of(
            new LedgerProof(salt, proof.at(), proof.index(), proof.path(), proof.checkpoint()),
            new LedgerProof(proof.salt(), later, proof.index(), proof.path(), proof.checkpoint()),
            with(proof, proof.index() ^ 1, proof.path()),
            EnteredCertificates.proof(CertificateFixture.registered(PublicSite.VALID, "丛培兀")))) {
      assertThat(outcome(changed, ONE)).isEqualTo("not genuine: NOT_IN_LEDGER");
    }
  }

  @Test
  void refusesADayOfIssueThatIsNotThatOfTheEntry() throws Exception {
    LocalDate day = CERTIFICATE.issuedOn();
    assertThat(enteredOn(day, LocalTime.MIDNIGHT)).isEqualTo("passed");
    assertThat(enteredOn(day.minusDays(1), LocalTime.of(23, 59, 59)))
        .isEqualTo("not genuine: ENTERED_BEFORE_ISSUE");
    assertThat(enteredOn(day.plusDays(8), LocalTime.of(23, 59, 59))).isEqualTo("passed");
    assertThat(enteredOn(day.plusDays(9), LocalTime.MIDNIGHT)).isEqualTo("not genuine: BACKDATED");
  }

  /** By the issuers' calendar, in a ledger that everybody trusts. */
  private static String enteredOn(LocalDate day, LocalTime time) throws Exception {
    Instant at = day.atTime(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    List<CheckpointSigner> signers = List.of(EnteredCertificates.LEDGER);
    return outcome(EnteredCertificates.proof(CERTIFICATE, at, signers), ONE);
  }

  @Test
  void refusesWrongSignaturesOfTrustedKeys() throws Exception {
    assertThat(outcome(altered(proof(), 0), ONE)).isEqualTo("not genuine: WRONG_LEDGER_SIGNATURE");
    assertThat(outcome(altered(proof(), 1), ONE)).isEqualTo("passed");
    TrustedLedgers witnessed = TrustedLedgers.of(List.of(LEDGER), List.of(WITNESS), 0);
    assertThat(outcome(altered(proof(), 1), witnessed)).isEqualTo("not genuine: WRONG_COSIGNATURE");
    TrustedLedgers either = TrustedLedgers.of(List.of(OTHER, LEDGER), List.of(), 0);
    assertThat(outcome(altered(proof(), 0), either))
        .isEqualTo("not genuine: WRONG_LEDGER_SIGNATURE");
  }

  @Test
  void cannotTellOfALedgerThatIsNotTrusted() throws Exception {
    for (VerifierKey key : List.of(OTHER, IMPOSTOR)) {
      TrustedLedgers ledgers = TrustedLedgers.of(List.of(key), List.of(), 0);
      assertThat(outcome(proof(), ledgers)).isEqualTo("cannot tell: UNKNOWN_LEDGER");
    }
  }

  @Test
  void cannotTellIfTooFewWitnessesSigned() throws Exception {
    List<VerifierKey> witnesses = List.of(WITNESS, OTHER);
    TrustedLedgers both = TrustedLedgers.of(List.of(LEDGER), witnesses, 2);
    assertThat(outcome(proof(), both)).isEqualTo("cannot tell: TOO_FEW_WITNESSES");
    TrustedLedgers one = TrustedLedgers.of(List.of(LEDGER), witnesses, 1);
    assertThat(outcome(proof(), one)).isEqualTo("passed");
  }

  private static LedgerProof unsigned(LedgerProof proof) {
    return altered(altered(proof, 0), 1);
  }

  private static LedgerProof altered(LedgerProof proof, int signature) {
    List<NoteSignature> signatures = new ArrayList<>(proof.checkpoint().signatures());
    NoteSignature right = signatures.get(signature);
    byte[] value = right.value().toArray();
    value[value.length - 1] ^= 1;
    signatures.set(signature, new NoteSignature(right.name(), right.keyId(), Bytes.wrap(value)));
    return new LedgerProof(
        proof.salt(),
        proof.at(),
        proof.index(),
        proof.path(),
        new SignedNote(proof.checkpoint().text(), signatures));
  }
}
