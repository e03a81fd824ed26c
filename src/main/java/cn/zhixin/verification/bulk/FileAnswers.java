package cn.zhixin.verification.bulk;

import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.files.ComparedField;
import cn.zhixin.verification.files.FileCheck;
import cn.zhixin.verification.files.FileResult;
import cn.zhixin.verification.files.OwnSites;
import cn.zhixin.verification.files.worker.FileFault;
import cn.zhixin.verification.receipts.CertificateSummary;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks into files of lists as the page for a single file does, in the same worker processes but
 * never in the last of them: that one is for visitors.
 */
final class FileAnswers {
  private final Supplier<FileCheck> check;
  private final List<String> formerHosts;
  private final InstantSource clock;
  private final Semaphore places;

  /**
   * @param workers processes that there are
   */
  FileAnswers(
      Supplier<FileCheck> check, List<String> formerHosts, int workers, InstantSource clock) {
    this.check = check;
    this.formerHosts = List.copyOf(formerHosts);
    this.clock = clock;
    this.places = new Semaphore(Math.max(1, workers - 1));
  }

  /** Whether the caller may look into files now; it has to {@link #leave} if so. */
  boolean enter() {
    return places.tryAcquire();
  }

  void leave() {
    places.release();
  }

  /**
   * @param site whose QR symbols are ours
   * @return empty if no worker was free: nothing can be said of the file yet
   */
  Optional<AnsweredFile> answer(OpenFile file, String site) {
    try {
      FileResult result = check.get().check(file.content(), OwnSites.of(site, formerHosts));
      return result instanceof FileResult.Unreadable unreadable
              && unreadable.fault() == FileFault.BUSY
          ? Optional.empty()
          : Optional.of(answered(file, result));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private AnsweredFile answered(OpenFile file, FileResult result) {
    if (result instanceof FileResult.AsIssued issued) {
      CertificateFacts facts = FileResult.facts(issued.answer());
      return new AnsweredFile(
          file,
          FileFinding.AS_ISSUED,
          "",
          issued.answer().code(),
          facts.verdict(),
          issued.answer().asOf(),
          CertificateSummary.of(facts));
    }
    if (result instanceof FileResult.Altered altered) {
      return other(
          file, FileFinding.ALTERED, differing(altered), altered.registry(), Verdict.ALTERED);
    }
    if (result instanceof FileResult.Copied copied) {
      String registered = FileResult.facts(copied.registry()).verdict().name();
      return other(file, FileFinding.COPY, registered, copied.registry(), null);
    }
    if (result instanceof FileResult.NotRegistered not) {
      return new AnsweredFile(
          file,
          FileFinding.NOT_REGISTERED,
          "",
          not.answer().code(),
          Verdict.NOT_FOUND,
          not.answer().asOf(),
          null);
    }
    return withoutCertificate(file, result);
  }

  private AnsweredFile withoutCertificate(OpenFile file, FileResult result) {
    if (result instanceof FileResult.Unconfirmed unconfirmed) {
      return without(file, FileFinding.UNCONFIRMED, "", Verdict.UNCONFIRMED, unconfirmed.asOf());
    }
    if (result instanceof FileResult.RefusedReceipt refused) {
      return without(
          file,
          refused.unknownSigner() ? FileFinding.RECEIPT_FOREIGN : FileFinding.RECEIPT_ALTERED,
          "",
          Verdict.ALTERED,
          clock.instant());
    }
    FileFinding finding = FileFinding.NO_CERTIFICATE;
    String detail = "";
    if (result instanceof FileResult.Elsewhere elsewhere) {
      finding = FileFinding.ELSEWHERE;
      detail = elsewhere.host();
    } else if (result instanceof FileResult.Several) {
      finding = FileFinding.SEVERAL;
    } else if (result instanceof FileResult.Receipted receipted) {
      finding = FileFinding.RECEIPT;
      detail = receipted.receipt().number();
    } else if (result instanceof FileResult.Unreadable unreadable) {
      finding = FileFinding.UNREADABLE;
      detail = unreadable.fault().name();
    }
    return without(file, finding, detail, null, clock.instant());
  }

  private static AnsweredFile other(
      OpenFile file,
      FileFinding finding,
      String detail,
      Answer.Found registry,
      @Nullable Verdict verdict) {
    return new AnsweredFile(file, finding, detail, registry.code(), verdict, registry.asOf(), null);
  }

  private static AnsweredFile without(
      OpenFile file, FileFinding finding, String detail, @Nullable Verdict verdict, Instant asOf) {
    return new AnsweredFile(file, finding, detail, null, verdict, asOf, null);
  }

  private static String differing(FileResult.Altered altered) {
    return altered.compared().stream()
        .filter(field -> !field.same())
        .map(ComparedField::name)
        .distinct()
        .collect(Collectors.joining(","));
  }
}
