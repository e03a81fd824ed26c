package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorrectionTests {
  private final TestRegistry registry = new TestRegistry();
  private final TitleResult wrong = Results.person(1);
  private final TitleResult right = Results.withEmployer(wrong, "威海市另一精密机械有限公司");

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void theOldCertificateStandsUntilTheNewOneIsReleased() {
    Certificate old = registry.issued(wrong);
    Certificate pending = registry.correct(old, right).certificate();
    assertThat(pending.edition()).isEqualTo(2);
    assertThat(pending.predecessor()).isEqualTo(old.code());
    assertThat(pending.number()).isNotEqualTo(old.number());
    assertThat(registry.read(old)).isEqualTo(old);

    Certificate issued = registry.release(pending);
    assertThat(issued.state()).isEqualTo(CertificateState.VALID);
    Certificate superseded = registry.read(old);
    assertThat(superseded.state()).isEqualTo(CertificateState.SUPERSEDED);
    assertThat(superseded.successor()).isEqualTo(issued.code());
    assertThat(superseded.documentDigest()).isEqualTo(old.documentDigest());
    CertificateEvent event = superseded.events().get(1);
    assertThat(event.reason()).isEqualTo("单位名称有误");
    assertThat(event.ground()).isEqualTo("更正决定1号");
    assertThat(registry.feed.after(0, 10))
        .extracting(StateFeed.Entry::code)
        .containsExactly(old.code(), issued.code(), old.code());
  }

  @Test
  void askedAgainItGivesTheEditionThatIsThere() {
    Certificate old = registry.issued(wrong);
    Certificate pending = registry.correct(old, right).certificate();
    assertThat(registry.correct(old, right)).isEqualTo(new Registration.AlreadyRegistered(pending));
    assertThat(registry.correct(old, Results.withEmployer(wrong, "第三家公司")))
        .isEqualTo(new Registration.Conflicting(pending));
    Certificate issued = registry.release(pending);
    assertThat(registry.correct(old, right)).isEqualTo(new Registration.AlreadyRegistered(issued));
    registry.release(pending);
    assertThat(registry.read(old).events()).hasSize(2);
  }

  @Test
  void theRosterBroughtAgainFindsTheCorrection() {
    Certificate old = registry.issued(wrong);
    TitleResult otherDate = Results.acquired(1, LocalDate.of(2025, 11, 4));
    Certificate issued = registry.release(registry.correct(old, otherDate).certificate());
    assertThat(registry.register(List.of(wrong, otherDate)))
        .containsExactly(
            new Registration.AlreadyRegistered(issued), new Registration.AlreadyRegistered(issued));
    TitleResult otherPerson = Results.person(2);
    Certificate moved = registry.release(registry.correct(issued, otherPerson).certificate());
    assertThat(moved.edition()).isEqualTo(3);
    assertThat(registry.register(List.of(wrong)))
        .containsExactly(new Registration.AlreadyRegistered(moved));
  }

  @Test
  void aCorrectionMayGoBackToWhatTheFirstEditionSaid() {
    Certificate first = registry.issued(wrong);
    Certificate second = registry.release(registry.correct(first, right).certificate());
    Certificate third = registry.release(registry.correct(second, wrong).certificate());
    assertThat(third.edition()).isEqualTo(3);
    assertThat(third.result()).isEqualTo(wrong);
  }

  @Test
  void aCorrectionToWhatAnotherCertificateSaysIsAConflict() {
    Certificate other = registry.issued(Results.person(2));
    Certificate old = registry.issued(wrong);
    assertThat(registry.correct(old, Results.person(2)))
        .isEqualTo(new Registration.Conflicting(other));
  }

  @Test
  void onlyAValidCertificateIsCorrected() {
    Certificate pending = registry.register(List.of(wrong)).get(0).certificate();
    assertThatThrownBy(() -> registry.correct(pending, right))
        .isInstanceOf(IllegalArgumentException.class);
    Certificate issued = registry.release(pending);
    registry.change(issued, CertificateEventKind.REVOKED);
    assertThatThrownBy(() -> registry.correct(issued, right))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("REVOKED");
  }

  @Test
  void aRevocationIsNotUndoneByACorrectionThatWasUnderWay() {
    Certificate old = registry.issued(wrong);
    Certificate pending = registry.correct(old, right).certificate();
    registry.change(old, CertificateEventKind.REVOKED);
    assertThatThrownBy(() -> registry.release(pending))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("REVOKED");
    assertThat(registry.read(pending).isIssued()).isFalse();
    assertThat(registry.read(old).successor()).isNull();
  }
}
