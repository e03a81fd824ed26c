package cn.zhixin.verification.files.web;

import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.files.FileResult;
import cn.zhixin.verification.files.worker.FileFault;
import cn.zhixin.verification.web.ProblemKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Why a file has no certificate's answer.
 *
 * @param members more that a program is told (RFC 9457 §3.2)
 */
record FileProblem(ProblemKind kind, Map<String, String> members) {
  FileProblem {
    members = Map.copyOf(members);
  }

  /** Of a result without a certificate. */
  static FileProblem of(FileResult result) {
    if (result instanceof FileResult.NotRegistered not) {
      return answer(ProblemKind.NOT_FOUND, Verdict.NOT_FOUND, not.answer().asOf());
    }
    if (result instanceof FileResult.Unconfirmed unconfirmed) {
      return answer(ProblemKind.UNCONFIRMED, Verdict.UNCONFIRMED, unconfirmed.asOf());
    }
    if (result instanceof FileResult.Elsewhere elsewhere) {
      return new FileProblem(ProblemKind.QR_LEADS_ELSEWHERE, Map.of("host", elsewhere.host()));
    }
    if (result instanceof FileResult.Unreadable unreadable) {
      return new FileProblem(kind(unreadable.fault()), Map.of());
    }
    return new FileProblem(
        result instanceof FileResult.Several
            ? ProblemKind.SEVERAL_CERTIFICATES
            : ProblemKind.NO_CERTIFICATE_IN_FILE,
        Map.of());
  }

  private static FileProblem answer(ProblemKind kind, Verdict verdict, Instant asOf) {
    return new FileProblem(
        kind,
        Map.of("verdict", verdict.name(), "asOf", asOf.truncatedTo(ChronoUnit.MILLIS).toString()));
  }

  private static ProblemKind kind(FileFault fault) {
    return switch (fault) {
      case TOO_LARGE -> ProblemKind.FILE_TOO_LARGE;
      case UNKNOWN_FORMAT -> ProblemKind.UNKNOWN_FILE_FORMAT;
      case ENCRYPTED -> ProblemKind.FILE_ENCRYPTED;
      case DAMAGED -> ProblemKind.FILE_DAMAGED;
      case TOO_MANY_PAGES -> ProblemKind.FILE_TOO_MANY_PAGES;
      case TOO_MANY_PIXELS -> ProblemKind.FILE_TOO_MANY_PIXELS;
      case TOO_SLOW -> ProblemKind.FILE_TOO_SLOW;
      case TOO_COMPLEX -> ProblemKind.FILE_TOO_COMPLEX;
      case BUSY -> ProblemKind.FILES_BUSY;
    };
  }
}
