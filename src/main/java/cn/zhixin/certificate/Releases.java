package cn.zhixin.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps that move certificates to issued; runs within the caller's transaction. */
final class Releases {
  private final JdbcClient jdbc;
  private final CertificateReading reading;
  private final StateEvents events;
  private final RegistryLocks locks;

  Releases(JdbcClient jdbc, CertificateReading reading, StateEvents events, RegistryLocks locks) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.events = events;
    this.locks = locks;
  }

  List<Certificate> release(List<DocumentRelease> releases, Instant at, String actor) {
    Map<VerificationCode, DocumentRelease> byCode = new LinkedHashMap<>();
    releases.forEach(release -> byCode.putIfAbsent(release.code(), release));
    locks.lockCertificates(byCode.keySet());
    Map<VerificationCode, Certificate> before = read(byCode.keySet());
    List<Certificate> pending =
        byCode.keySet().stream()
            .map(code -> known(before, code))
            .filter(certificate -> !certificate.isIssued())
            .toList();
    setDigests(pending, byCode);
    events.append(happening(pending, at, actor));
    Map<VerificationCode, Certificate> after = read(byCode.keySet());
    return releases.stream().map(release -> known(after, release.code())).toList();
  }

  private Map<VerificationCode, Certificate> read(Set<VerificationCode> codes) {
    return reading.findAll(codes).stream()
        .collect(Collectors.toMap(Certificate::code, Function.identity()));
  }

  private static Certificate known(
      Map<VerificationCode, Certificate> certificates, VerificationCode code) {
    Certificate certificate = certificates.get(code);
    if (certificate == null) {
      throw new IllegalArgumentException("no certificate to release has the code " + code);
    }
    return certificate;
  }

  private void setDigests(
      List<Certificate> pending, Map<VerificationCode, DocumentRelease> releases) {
    String[] codes = new String[pending.size()];
    byte[][] digests = new byte[pending.size()][];
    for (int i = 0; i < codes.length; i++) {
      VerificationCode code = pending.get(i).code();
      codes[i] = code.value();
      digests[i] = Objects.requireNonNull(releases.get(code)).document().value().toArray();
    }
    jdbc.sql(
            """
            update certificate c set document_digest = r.digest
              from unnest(?::text[], ?::bytea[]) as r (code, digest)
             where c.code = r.code
            """)
        .param(codes)
        .param(digests)
        .update();
  }

  /** The successor is issued before its predecessor is superseded. */
  private List<NewEvent> happening(List<Certificate> pending, Instant at, String actor) {
    List<NewEvent> happening = new ArrayList<>();
    for (Certificate certificate : pending) {
      happening.add(
          new NewEvent(certificate, 1, CertificateEventKind.ISSUED, at, actor, null, null, null));
      if (certificate.predecessor() != null) {
        happening.add(superseded(certificate, certificate.predecessor(), at));
      }
    }
    return happening;
  }

  private NewEvent superseded(Certificate successor, VerificationCode code, Instant at) {
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
                    old,
                    old.version() + 1,
                    CertificateEventKind.SUPERSEDED,
                    at,
                    row.getString("correction_actor"),
                    row.getString("correction_reason"),
                    row.getString("correction_ground"),
                    successor))
        .single();
  }
}
