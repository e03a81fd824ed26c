package cn.zhixin.certificate;

import cn.zhixin.certificate.EnteredIssues.Issue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps that move certificates to issued; runs within the caller's transaction. */
final class Releases {
  private final JdbcClient jdbc;
  private final CertificateReading reading;
  private final EnteredIssues entered;
  private final StateEvents events;
  private final RegistryLocks locks;

  Releases(
      JdbcClient jdbc,
      CertificateReading reading,
      EnteredIssues entered,
      StateEvents events,
      RegistryLocks locks) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.entered = entered;
    this.events = events;
    this.locks = locks;
  }

  List<Certificate> release(List<DocumentRelease> releases, Instant at, String actor) {
    Map<VerificationCode, DocumentRelease> byCode = new LinkedHashMap<>();
    releases.forEach(release -> byCode.putIfAbsent(release.certificate().code(), release));
    Map<VerificationCode, Long> ids = locks.lockCertificates(byCode.keySet());
    Map<VerificationCode, Issue> issues = entered.of(byCode.keySet());
    List<NewEvent> happening = new ArrayList<>();
    Map<VerificationCode, Certificate> now = new HashMap<>();
    List<VerificationCode> issuedBefore = new ArrayList<>();
    for (DocumentRelease release : byCode.values()) {
      VerificationCode code = release.certificate().code();
      if (!ids.containsKey(code)) {
        throw new IllegalArgumentException("no certificate to release has the code " + code);
      }
      Issue issue = EnteredIssues.known(issues, release.certificate());
      if (issue.issued()) {
        issuedBefore.add(code);
      } else {
        Certificate pending = issue.of(release.certificate());
        happening.addAll(happening(pending, release.document(), ids, at, actor));
        now.put(code, issued(pending, release.document(), at, actor));
      }
    }
    events.append(happening);
    reading.findAll(issuedBefore).forEach(certificate -> now.put(certificate.code(), certificate));
    return releases.stream()
        .map(release -> Objects.requireNonNull(now.get(release.certificate().code())))
        .toList();
  }

  private static Certificate issued(
      Certificate pending, ReleasedDocument document, Instant at, String actor) {
    return pending.with(
        document,
        List.of(new CertificateEvent(CertificateEventKind.ISSUED, 1, at, actor, null, null)));
  }

  /** The successor is issued before its predecessor is superseded. */
  private List<NewEvent> happening(
      Certificate pending,
      ReleasedDocument document,
      Map<VerificationCode, Long> ids,
      Instant at,
      String actor) {
    NewEvent issue =
        new NewEvent(
            Objects.requireNonNull(ids.get(pending.code())),
            pending,
            1,
            CertificateEventKind.ISSUED,
            at,
            actor,
            null,
            null,
            null,
            document);
    VerificationCode predecessor = pending.predecessor();
    return predecessor == null
        ? List.of(issue)
        : List.of(issue, superseded(pending, predecessor, ids.get(predecessor), at));
  }

  private NewEvent superseded(
      Certificate successor, VerificationCode code, @Nullable Long id, Instant at) {
    Certificate old =
        reading.find(code).orElseThrow(() -> new IllegalStateException("no certificate " + code));
    if (old.state() != CertificateState.VALID) {
      throw new IllegalStateException(
          "certificate " + code + " became " + old.state() + " before its correction was released");
    }
    return jdbc.sql(
            """
            select correction_actor, correction_reason, correction_ground
              from certificate where code = ?
            """)
        .param(successor.code().value())
        .query(
            (row, number) ->
                new NewEvent(
                    Objects.requireNonNull(id),
                    old,
                    old.version() + 1,
                    CertificateEventKind.SUPERSEDED,
                    at,
                    row.getString("correction_actor"),
                    row.getString("correction_reason"),
                    row.getString("correction_ground"),
                    successor,
                    null))
        .single();
  }
}
