package cn.zhixin.verification.files;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.DocumentDigests;
import cn.zhixin.certificate.RegistryContradiction;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.reading.PdfFault;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.files.worker.CarriedCredential;
import cn.zhixin.verification.files.worker.CarriedReceipt;
import cn.zhixin.verification.files.worker.FileEvidence;
import cn.zhixin.verification.files.worker.FileWorkers;
import cn.zhixin.verification.files.worker.StrictFinding;
import cn.zhixin.verification.files.worker.UnreadableFile;
import cn.zhixin.verification.files.worker.WorkerAnswer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Tells what a file is: the released one, an altered one, a copy, or nothing of ours. Safe for all
 * threads; a call lasts as long as a worker takes for the file.
 */
public final class FileCheck {
  private static final Logger LOG = LoggerFactory.getLogger(FileCheck.class);

  /** A key that has ended since says nothing against bytes that the registry knows. */
  private static final String ENDED_SINCE = "OUTSIDE_VALIDITY";

  private final DocumentDigests released;
  private final Certificates certificates;
  private final Answers answers;
  private final FileWorkers workers;
  private final FieldComparison comparison;
  private final InstantSource clock;

  FileCheck(
      DocumentDigests released,
      Certificates certificates,
      Answers answers,
      FileWorkers workers,
      FieldComparison comparison,
      InstantSource clock) {
    this.released = released;
    this.certificates = certificates;
    this.answers = answers;
    this.workers = workers;
    this.comparison = comparison;
    this.clock = clock;
  }

  /**
   * @param sites whose QR symbols are ours
   * @throws InterruptedException if the thread is interrupted while it waits for a worker
   */
  public FileResult check(Bytes file, OwnSites sites) throws InterruptedException {
    WorkerAnswer seen = workers.examine(file);
    if (seen instanceof UnreadableFile unreadable) {
      return new FileResult.Unreadable(unreadable.fault());
    }
    if (seen instanceof CarriedReceipt.Genuine genuine) {
      return new FileResult.Receipted(genuine.receipt(), genuine.key(), genuine.signedAt());
    }
    if (seen instanceof CarriedReceipt.Refused refused) {
      return new FileResult.RefusedReceipt(refused.unknownSigner(), refused.reason());
    }
    FileEvidence evidence = (FileEvidence) seen;
    try {
      Optional<VerificationCode> code = released.find(Digest.of(file));
      return code.isPresent() ? released(code.get(), evidence) : other(evidence, sites);
    } catch (DataAccessException | RegistryContradiction e) {
      LOG.error("a file cannot be compared with the registry: {}", e.toString());
      return new FileResult.Unconfirmed(clock.instant());
    }
  }

  private FileResult released(VerificationCode code, FileEvidence evidence) {
    Answer answer = answers.answer(code);
    if (!(answer instanceof Answer.Found found)) {
      return new FileResult.Unconfirmed(answer.asOf());
    }
    if (contradicts(evidence)) {
      // somebody wrote a digest into the registry: nobody is to be told that this file is genuine
      LOG.error(
          "ALARM: the registered file of certificate {} is not what its issuer signed: {}",
          FileResult.facts(found).number(),
          evidence.strict());
      return new FileResult.Unconfirmed(answer.asOf());
    }
    return new FileResult.AsIssued(found, evidence.strict());
  }

  private static boolean contradicts(FileEvidence evidence) {
    return evidence.picture()
        || (evidence.strict() instanceof StrictFinding.Disproved disproved
            && !disproved.reason().code().equals(ENDED_SINCE));
  }

  private FileResult other(FileEvidence evidence, OwnSites sites) {
    List<CarriedCode> symbols =
        evidence.credentials().stream()
            .filter(CarriedCredential::isSymbol)
            .map(each -> sites.read(each.text()))
            .toList();
    List<VerificationCode> ours =
        symbols.stream()
            .flatMap(each -> each instanceof CarriedCode.Ours own ? own.stream() : null)
            .distinct()
            .toList();
    if (ours.size() > 1) {
      return new FileResult.Several();
    }
    Optional<VerificationCode> code =
        ours.isEmpty() ? codeOfAttachment(evidence) : Optional.of(ours.get(0));
    if (code.isPresent()) {
      return compared(code.get(), evidence);
    }
    return symbols.stream()
        .flatMap(each -> each instanceof CarriedCode.Elsewhere other ? other.stream() : null)
        .findFirst()
        .<FileResult>map(FileResult.Elsewhere::new)
        .orElse(new FileResult.NothingFound(evidence.picture()));
  }

  /** Signed too, but it says itself that it is a copy. */
  private static boolean isStampedCopy(FileEvidence evidence) {
    return evidence.strict() instanceof StrictFinding.Disproved disproved
        && disproved.reason().code().equals(PdfFault.STAMPED_COPY.name());
  }

  /** A file whose symbol was removed is still known by the credential that an issuer signed. */
  private Optional<VerificationCode> codeOfAttachment(FileEvidence evidence) {
    return evidence.credentials().stream()
        .filter(each -> !each.isSymbol())
        .flatMap(each -> each.signed().stream())
        .findFirst()
        .flatMap(claims -> certificates.find(claims.number()))
        .map(Certificate::code);
  }

  private FileResult compared(VerificationCode code, FileEvidence evidence) {
    Answer answer = answers.answer(code);
    if (answer instanceof Answer.NotFound not) {
      return new FileResult.NotRegistered(not);
    }
    if (!(answer instanceof Answer.Found found)) {
      return new FileResult.Unconfirmed(answer.asOf());
    }
    List<ComparedField> fields = comparison.of(FileResult.facts(found), evidence);
    boolean agrees = fields.stream().allMatch(ComparedField::same);
    return agrees && (!evidence.asIssued() || isStampedCopy(evidence))
        ? new FileResult.Copied(found, !textCompared(fields), fields)
        : new FileResult.Altered(found, evidence.picture(), evidence.strict(), fields);
  }

  /** Not of a picture, nor of a document whose page is one or has letters that nobody can read. */
  private static boolean textCompared(List<ComparedField> fields) {
    return fields.stream().anyMatch(field -> field.source() == ComparedField.Source.PAGE);
  }
}
