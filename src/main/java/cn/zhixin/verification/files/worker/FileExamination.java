package cn.zhixin.verification.files.worker;

import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.document.reading.CertificatePdf;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.document.reading.Copy;
import cn.zhixin.document.reading.CopyReader;
import cn.zhixin.document.reading.CopyReading;
import cn.zhixin.document.reading.FileFormat;
import cn.zhixin.document.reading.ReceiptPdfReader;
import cn.zhixin.document.reading.UnreadableCopy;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.offline.OfflineFinding;
import cn.zhixin.verification.offline.OfflineFinding.CannotTell;
import cn.zhixin.verification.offline.OfflineFinding.Genuine;
import cn.zhixin.verification.offline.OfflineFinding.NotGenuine;
import cn.zhixin.verification.offline.OfflineVerifier;
import cn.zhixin.verification.offline.Reason;
import cn.zhixin.verification.receipts.ReceiptCheck;
import cn.zhixin.verification.receipts.ReceiptFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into one file after another, in whatever process: who calls bounds its time and memory. */
final class FileExamination {
  private final OfflineVerifier verifier;
  private final CertificatePdfReader certificates = new CertificatePdfReader();
  private final CopyReader copies;
  private final ReceiptCheck receipts;

  FileExamination(OfflineVerifier verifier, CopyReader copies, ReceiptCheck receipts) {
    this.verifier = verifier;
    this.copies = copies;
    this.receipts = receipts;
  }

  WorkerAnswer examine(Bytes file) {
    return switch (FileFormat.of(file)) {
      case PDF ->
          // one that is built as a certificate has its symbol in a known place: no page is drawn
          certificates.read(file) instanceof CertificatePdf built
              ? built(built, strict(file))
              : Optional.of(file)
                  .filter(ReceiptPdfReader::mayBeReceipt)
                  .flatMap(this::receipt)
                  .orElseGet(() -> copied(file, strict(file)));
      case PNG, JPEG -> copied(file, new StrictFinding.NotADocument());
      case OTHER -> receipt(file).orElse(new UnreadableFile(FileFault.UNKNOWN_FORMAT));
    };
  }

  private Optional<WorkerAnswer> receipt(Bytes file) {
    ReceiptFinding finding = receipts.check(file);
    if (finding instanceof ReceiptFinding.Genuine genuine) {
      return Optional.of(
          new CarriedReceipt.Genuine(
              genuine.receipt(), genuine.key().id().toString(), genuine.signedAt()));
    }
    if (finding instanceof ReceiptFinding.NotGenuine not) {
      return Optional.of(new CarriedReceipt.Refused(false, new Reason(not.code(), not.sentence())));
    }
    return finding instanceof ReceiptFinding.CannotTell cannot
        ? Optional.of(
            new CarriedReceipt.Refused(true, new Reason(cannot.code(), cannot.sentence())))
        : Optional.empty();
  }

  private FileEvidence built(CertificatePdf pdf, StrictFinding strict) {
    return new FileEvidence(
        false,
        true,
        strict,
        credentials(List.of(pdf.qrText()), Optional.of(pdf.credential())),
        pdf.pageText());
  }

  private WorkerAnswer copied(Bytes file, StrictFinding strict) {
    CopyReading reading = copies.read(file);
    if (reading instanceof UnreadableCopy unreadable) {
      return new UnreadableFile(FileFault.of(unreadable.reason()));
    }
    Copy copy = (Copy) reading;
    return new FileEvidence(
        copy.picture(),
        copy.signed() || copy.credential().isPresent(),
        strict,
        credentials(copy.symbols(), copy.credential()),
        copy.text());
  }

  private List<CarriedCredential> credentials(List<String> symbols, Optional<Bytes> attached) {
    List<CarriedCredential> found = new ArrayList<>();
    for (String text : symbols) {
      found.add(CarriedCredential.symbol(text, claims(verifier.verifyQr(text))));
    }
    attached.ifPresent(
        credential ->
            found.add(
                CarriedCredential.attached(
                    credential, claims(verifier.verifyCredential(credential)))));
    return found;
  }

  private static Optional<CredentialClaims> claims(OfflineFinding finding) {
    return finding instanceof Genuine genuine ? Optional.of(genuine.claims()) : Optional.empty();
  }

  /** Of a document. */
  StrictFinding strict(Bytes file) {
    OfflineFinding finding = verifier.verifyPdf(file);
    if (finding instanceof NotGenuine not) {
      return new StrictFinding.Disproved(not.reason());
    }
    if (finding instanceof CannotTell cannot) {
      return new StrictFinding.Untold(cannot.reason());
    }
    Genuine genuine = (Genuine) finding;
    return new StrictFinding.Proven(
        genuine.key().id().toString(),
        genuine.key().notAfter(),
        genuine.file().orElseThrow().level(),
        genuine.file().orElseThrow().time(),
        genuine.ledger().orElseThrow());
  }
}
