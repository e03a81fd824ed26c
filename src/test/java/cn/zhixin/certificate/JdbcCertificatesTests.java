package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcCertificatesTests {
  private final TestRegistry registry = new TestRegistry();

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void whatIsReadIsWhatWasRegistered() throws MalformedCredential {
    List<TitleResult> results = Results.persons(0, 200);
    List<Registration> outcomes = registry.register(results);
    for (int i = 0; i < results.size(); i++) {
      assertThat(outcomes.get(i)).isInstanceOf(Registration.Registered.class);
      Certificate certificate = outcomes.get(i).certificate();
      assertThat(certificate.result()).isEqualTo(results.get(i));
      assertThat(certificate.isIssued()).isFalse();
      assertThat(registry.read(certificate)).isEqualTo(certificate);
      assertThat(registry.certificates.find(certificate.number())).contains(certificate);
      assertThat(certificate.number().value())
          .startsWith("37100020250503" + String.format("%06d", i + 1));
      Bytes credential = certificate.credential();
      CredentialClaims claims = CredentialCodec.decode(credential.slice(1, credential.size()));
      assertThat(claims)
          .isEqualTo(CredentialClaims.of(certificate.number(), results.get(i), Results.ISSUED));
    }
    assertThat(registry.certificates.findAll(codes(outcomes))).hasSize(200);
    assertThat(registry.certificates.findAll(List.of())).isEmpty();
    List<CertificateNumber> numbers = new ArrayList<>();
    numbers.add(new CertificateNumber("371000202505999999999"));
    outcomes.forEach(outcome -> numbers.add(outcome.certificate().number()));
    assertThat(registry.certificates.findNumbered(numbers))
        .containsExactlyInAnyOrderElementsOf(
            outcomes.stream().map(Registration::certificate).toList());
    assertThat(registry.certificates.findNumbered(List.of())).isEmpty();
  }

  @Test
  void theSameResultIsRegisteredOnce() {
    List<Registration> first = registry.register(Results.persons(0, 20));
    List<TitleResult> again = new ArrayList<>(Results.persons(10, 30));
    again.add(Results.person(29));
    List<Registration> second = registry.register(again);
    assertThat(second.subList(0, 10))
        .allMatch(Registration.AlreadyRegistered.class::isInstance)
        .extracting(Registration::certificate)
        .isEqualTo(first.subList(10, 20).stream().map(Registration::certificate).toList());
    assertThat(second.subList(10, 20)).allMatch(Registration.Registered.class::isInstance);
    assertThat(second.get(20))
        .isEqualTo(new Registration.AlreadyRegistered(second.get(19).certificate()));
    assertThat(registry.count("certificate")).isEqualTo(30);
  }

  @Test
  void anotherDateForTheSameTitleIsAConflictUntilTheOldIsRevoked() {
    Certificate held = registry.issued(Results.person(1));
    TitleResult mistyped = Results.acquired(1, LocalDate.of(2025, 3, 11));
    assertThat(registry.register(List.of(mistyped)))
        .containsExactly(new Registration.Conflicting(held));
    assertThat(
            registry.register(List.of(Results.result(1, "0503", "电气工程", LocalDate.of(2024, 5, 6)))))
        .allMatch(Registration.Registered.class::isInstance);
    registry.change(held, CertificateEventKind.REVOKED);
    assertThat(registry.register(List.of(mistyped)))
        .allMatch(Registration.Registered.class::isInstance);
  }

  @Test
  void whatIsIssuedIsFoundWithoutRegisteringAnything() {
    Certificate issued = registry.issued(Results.person(1));
    registry.register(List.of(Results.person(2)));
    Certificate wrong = registry.issued(Results.person(3));
    TitleResult corrected = Results.withEmployer(wrong.result(), "威海市某某精密机械股份有限公司");
    Certificate next = registry.release(registry.correct(wrong, corrected).certificate());
    Certificate revoked = registry.issued(Results.person(4));
    registry.change(revoked, CertificateEventKind.REVOKED);
    long events = registry.count("certificate_event");
    assertThat(
            registry.certificates.issuedBefore(
                List.of(
                    Results.person(1),
                    Results.acquired(1, LocalDate.of(2025, 3, 11)),
                    Results.person(2),
                    Results.acquired(2, LocalDate.of(2025, 3, 11)),
                    Results.person(3),
                    Results.person(4),
                    Results.acquired(4, LocalDate.of(2025, 3, 11)),
                    Results.person(5))))
        .containsExactly(
            Optional.of(new Registration.AlreadyRegistered(issued)),
            Optional.of(new Registration.Conflicting(issued)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Registration.AlreadyRegistered(next)),
            Optional.of(new Registration.AlreadyRegistered(registry.read(revoked))),
            Optional.empty(),
            Optional.empty());
    assertThat(registry.certificates.issuedBefore(List.of())).isEmpty();
    assertThat(registry.count("certificate")).isEqualTo(5);
    assertThat(registry.count("certificate_event")).isEqualTo(events);
  }

  @Test
  void ofTwoDatesInOneRosterTheFirstIsRegistered() {
    TitleResult mistyped = Results.acquired(1, LocalDate.of(2025, 3, 11));
    List<Registration> outcomes =
        registry.register(List.of(Results.person(1), mistyped, Results.person(1)));
    Certificate held = outcomes.get(0).certificate();
    assertThat(outcomes)
        .containsExactly(
            new Registration.Registered(held),
            new Registration.Conflicting(held),
            new Registration.AlreadyRegistered(held));
  }

  @Test
  void aSignerThatFailsLeavesNothingBehindAndNoGapInTheNumbers() {
    AtomicInteger signed = new AtomicInteger();
    CredentialSigner failing =
        claims -> {
          if (signed.incrementAndGet() == 5) {
            throw new IllegalStateException("the key is gone");
          }
          return claims;
        };
    assertThatThrownBy(
            () -> registry.certificates.register(Results.persons(0, 9), Results.ISSUED, failing))
        .hasMessage("the key is gone");
    assertThat(registry.count("certificate")).isZero();
    assertThat(registry.register(List.of(Results.person(3))).get(0).certificate().number().value())
        .startsWith("37100020250503000001");
  }

  @Test
  void anIssuedCertificateIsValidAndKeepsItsFirstDocument() {
    Certificate registered = registry.register(List.of(Results.person(1))).get(0).certificate();
    Certificate issued = registry.release(registered);
    assertThat(issued.state()).isEqualTo(CertificateState.VALID);
    assertThat(issued.version()).isEqualTo(1);
    assertThat(issued.changedAt()).isEqualTo(TestRegistry.NOW);
    assertThat(issued.documentDigest())
        .isEqualTo(TestRegistry.finished(registered).document().digest());
    DocumentRelease madeAgain = TestRegistry.finished(registered, "another file");
    assertThat(
            registry.certificates.release(
                List.of(madeAgain), TestRegistry.NOW.plusSeconds(9), "other"))
        .containsExactly(issued);
    assertThat(registry.read(issued)).isEqualTo(issued);
    assertThat(registry.count("certificate_event")).isEqualTo(1);
  }

  @Test
  void aReleaseOfAnUnknownCertificateReleasesNone() {
    Certificate registered = registry.register(List.of(Results.person(1))).get(0).certificate();
    Certificate elsewhere;
    try (TestRegistry other = new TestRegistry()) {
      elsewhere = other.register(List.of(Results.person(2))).get(0).certificate();
    }
    DocumentRelease unknown = TestRegistry.finished(elsewhere);
    assertThatThrownBy(
            () ->
                registry.certificates.release(
                    List.of(TestRegistry.finished(registered), unknown), TestRegistry.NOW, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(registry.read(registered).isIssued()).isFalse();
  }

  @Test
  void changesAreDoneOnceAndOnlyWhereTheyArePossible() {
    Certificate pending = registry.register(List.of(Results.person(1))).get(0).certificate();
    assertThat(registry.change(pending, CertificateEventKind.REVOKED))
        .isEqualTo(new ChangeOutcome.Unknown());
    Certificate issued = registry.release(pending);
    ChangeOutcome suspended = registry.change(issued, CertificateEventKind.SUSPENDED);
    assertThat(suspended).isInstanceOf(ChangeOutcome.Changed.class);
    Certificate now = registry.read(issued);
    assertThat(now.state()).isEqualTo(CertificateState.SUSPENDED);
    assertThat(suspended).isEqualTo(new ChangeOutcome.Changed(now));
    assertThat(now.version()).isEqualTo(2);
    assertThat(now.events().get(1).ground()).isEqualTo("决定7号");
    assertThat(registry.change(issued, CertificateEventKind.SUSPENDED))
        .isEqualTo(new ChangeOutcome.Unchanged(now));
    registry.change(issued, CertificateEventKind.RESUMED);
    registry.change(issued, CertificateEventKind.REVOKED);
    Certificate revoked = registry.read(issued);
    assertThat(revoked.state()).isEqualTo(CertificateState.REVOKED);
    assertThat(registry.change(issued, CertificateEventKind.RESUMED))
        .isEqualTo(new ChangeOutcome.Refused(revoked, CertificateState.REVOKED));
    assertThat(revoked.events()).hasSize(4);
    // brought again: the revoked certificate stands for the result, no new one
    assertThat(registry.register(List.of(Results.person(1))))
        .containsExactly(new Registration.AlreadyRegistered(revoked));
  }

  @Test
  void nothingPersonalIsInTheTextOfACertificate() {
    Certificate certificate = registry.register(List.of(Results.person(1))).get(0).certificate();
    TitleResult result = certificate.result();
    assertThat(certificate + " " + certificate.result())
        .doesNotContain(result.name().value(), result.document().number(), "1985", "某某精密");
    assertThat(CredentialClaims.of(certificate.number(), result, Results.ISSUED).toString())
        .doesNotContain(result.name().value());
  }

  @Test
  void numbersCountWithinTheirScopeAndEndWhenThePatternIsFull() {
    Certificates narrow = registry.withPattern("{year:4}{title:4}{serial:3}");
    List<TitleResult> mixed =
        List.of(
            Results.person(1),
            Results.result(2, "0504", "机械", Results.ACQUIRED),
            Results.person(3));
    assertThat(narrow.register(mixed, Results.ISSUED, TestRegistry.SIGNER))
        .extracting(outcome -> outcome.certificate().number().value())
        .containsExactly("20250503001", "20250504001", "20250503002");
    registry.jdbc.sql("update number_serial set last = 999 where scope like '20250503%'").update();
    assertThatThrownBy(
            () -> narrow.register(List.of(Results.person(4)), Results.ISSUED, TestRegistry.SIGNER))
        .hasMessageContaining("1000 does not fit");
  }

  @Test
  void aCertificateKeepsItsWordsWhenTheCatalogueChanges() {
    Certificate certificate = registry.register(List.of(Results.person(1))).get(0).certificate();
    registry.jdbc.sql("alter table certificate disable trigger never_changed").update();
    registry
        .jdbc
        .sql(
            "update certificate set title_name = '工程师（旧）', committee_name = '旧评委会',"
                + " issuer_name = '威海市人事局'")
        .update();
    TitleResult read = registry.read(certificate).result();
    assertThat(read.title().name()).isEqualTo("工程师（旧）");
    assertThat(read.title().series().name()).isEqualTo("工程技术");
    assertThat(read.committee().name()).isEqualTo("旧评委会");
    assertThat(read.committee().issuer().name()).isEqualTo("威海市人事局");
  }

  private static List<VerificationCode> codes(List<Registration> outcomes) {
    return outcomes.stream().map(outcome -> outcome.certificate().code()).toList();
  }
}
