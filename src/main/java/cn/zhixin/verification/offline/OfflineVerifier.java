package cn.zhixin.verification.offline;

import cn.zhixin.document.reading.CertificatePdf;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.document.reading.KnownForms;
import cn.zhixin.document.reading.Reading;
import cn.zhixin.document.reading.RefusedPdf;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.CmsOutcome;
import cn.zhixin.signing.CmsVerifier;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.signing.VerificationKeys;
import cn.zhixin.verification.Wording;
import cn.zhixin.verification.offline.OfflineFinding.FileSignature;
import cn.zhixin.verification.offline.OfflineFinding.Genuine;
import cn.zhixin.verification.offline.OfflineFinding.UnsignedLead;
import cn.zhixin.verification.receipts.ReceiptCheck;
import cn.zhixin.verification.receipts.ReceiptFinding;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Verifies a certificate's file or its QR's text by the certificates and the ledgers that the
 * caller trusts. Never throws on account of what it is given.
 */
public final class OfflineVerifier {
  private final TrustAnchors anchors;
  private final TrustedLedgers ledgers;
  private final InstantSource clock;
  private final VerificationKeys anchorKeys;

  /** Of signers who were found to be trusted: few. */
  private final Map<X509Certificate, VerificationKeys> signerKeys = new ConcurrentHashMap<>();

  private final CmsVerifier signatures;
  private final LedgerCheck ledgerCheck;
  private final CertificatePdfReader reader = new CertificatePdfReader();
  private final KnownForms forms = new KnownForms();
  private final AtomicBoolean anyWasGenuine = new AtomicBoolean();

  /**
   * @param anchors for a file, an authority above the signer or the signer itself; for a QR's text,
   *     the signer itself, since a QR holds no chain
   * @param ledgers whose signatures a file's proof must have; if none, they are not checked
   */
  public OfflineVerifier(TrustAnchors anchors, TrustedLedgers ledgers, InstantSource clock) {
    this.anchors = anchors;
    this.ledgers = ledgers;
    this.clock = clock;
    this.anchorKeys = VerificationKeys.of(anchors.certificates());
    this.signatures = new CmsVerifier(anchors);
    this.ledgerCheck = new LedgerCheck(ledgers);
  }

  public OfflineFinding verifyQr(String text) {
    try {
      ScannedQr qr = ScannedQr.parse(text);
      return verify(qr.credential(), Optional.of(new UnsignedLead(qr.host(), qr.code())));
    } catch (NotPassed e) {
      return e.finding();
    }
  }

  /** As {@link #verifyQr}, for a credential on its own, which leads to no page. */
  public OfflineFinding verifyCredential(Bytes credential) {
    try {
      return verify(credential, Optional.empty());
    } catch (NotPassed e) {
      return e.finding();
    }
  }

  private Genuine verify(Bytes encoded, Optional<UnsignedLead> lead) throws NotPassed {
    TrustedCredential credential = TrustedCredential.verify(encoded, anchorKeys);
    return new Genuine(
        "",
        lead,
        credential.claims(),
        credential.key(),
        Optional.empty(),
        ledgers.isEmpty() ? Optional.empty() : Optional.of(new LedgerEntry.NotCarried()));
  }

  /** Verifies a file of any kind: a receipt by what is in it, anything else as a certificate. */
  public OfflineFinding verifyFile(Bytes file) {
    return ofKnownForm(file).orElseGet(() -> verifyAny(file));
  }

  private OfflineFinding verifyAny(Bytes file) {
    ReceiptFinding finding = new ReceiptCheck(anchors, clock).check(file);
    if (finding instanceof ReceiptFinding.Genuine genuine) {
      return new OfflineFinding.GenuineReceipt(genuine);
    }
    if (finding instanceof ReceiptFinding.NotGenuine not) {
      return new OfflineFinding.NotGenuine(new Reason(not.code(), not.sentence()));
    }
    if (finding instanceof ReceiptFinding.CannotTell cannot) {
      return new OfflineFinding.CannotTell(
          new Reason(cannot.code(), cannot.sentence()), cannot.stampedBy());
    }
    return verifyInFull(file);
  }

  public OfflineFinding verifyPdf(Bytes file) {
    return ofKnownForm(file).orElseGet(() -> verifyInFull(file));
  }

  /** Genuine, or empty: whatever does not pass this way is judged by a reading in full. */
  private Optional<OfflineFinding> ofKnownForm(Bytes file) {
    Optional<CertificatePdf> known = forms.read(file);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(verify(known.get()));
    } catch (NotPassed e) {
      return Optional.empty();
    }
  }

  private OfflineFinding verifyInFull(Bytes file) {
    Reading reading = reader.read(file);
    if (reading instanceof RefusedPdf refused) {
      return NotPassed.notGenuine(refused).finding();
    }
    try {
      CertificatePdf pdf = (CertificatePdf) reading;
      Genuine genuine = verify(pdf);
      // of one file alone nothing is learned that would be used
      if (anyWasGenuine.getAndSet(true)) {
        forms.learn(file, pdf);
      }
      return genuine;
    } catch (NotPassed e) {
      return e.finding();
    }
  }

  private Genuine verify(CertificatePdf pdf) throws NotPassed {
    CmsOutcome.Passed signature = signature(pdf);
    if (KeyPurpose.isForReceipts(signature.signer())) {
      throw NotPassed.notGenuine(OfflineFault.RECEIPTS_KEY);
    }
    ScannedQr qr = ScannedQr.parse(pdf.qrText());
    if (!qr.credential().equals(pdf.credential())) {
      throw NotPassed.notGenuine(OfflineFault.QR_DIFFERS);
    }
    TrustedCredential credential =
        TrustedCredential.verify(
            pdf.credential(),
            signerKeys.computeIfAbsent(
                signature.signer(), signer -> VerificationKeys.of(List.of(signer))));
    if (!PageAgreement.of(pdf.pageText(), qr.code(), credential.claims())) {
      throw NotPassed.notGenuine(OfflineFault.PAGE_DIFFERS);
    }
    LedgerEntry entry = ledgerCheck.check(pdf.ledgerProof(), pdf.credential(), credential.claims());
    return new Genuine(
        qr.page(),
        Optional.empty(),
        credential.claims(),
        credential.key(),
        Optional.of(new FileSignature(signature.level(), signature.time())),
        Optional.of(entry));
  }

  private CmsOutcome.Passed signature(CertificatePdf pdf) throws NotPassed {
    CmsOutcome outcome = signatures.verify(pdf.cms(), pdf.signedRanges(), clock.instant());
    if (outcome instanceof CmsOutcome.Failed failed) {
      Wording sentence = new Wording(failed.fault().chinese(), failed.fault().english());
      throw new NotPassed(
          new OfflineFinding.NotGenuine(new Reason(failed.fault().code(), sentence)));
    }
    if (outcome instanceof CmsOutcome.CannotTell cannot) {
      Wording sentence = new Wording(cannot.gap().chinese(), cannot.gap().english());
      throw new NotPassed(
          new OfflineFinding.CannotTell(
              new Reason(cannot.gap().code(), sentence), cannot.stampedBy()));
    }
    return (CmsOutcome.Passed) outcome;
  }
}
