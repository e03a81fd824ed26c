package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.PersonName;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.issuance.roster.Headings;
import cn.zhixin.issuance.roster.Roster;
import cn.zhixin.issuance.roster.RosterColumn;
import cn.zhixin.issuance.roster.RosterRow;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowResultsTests {
  private final FakeRegistry registry = new FakeRegistry();
  private final Certificate issued =
      registry.issue(
          CertificateFixture.registered(PublicSite.VALID, "丛培元"), CertificateFixture.ISSUED_AT);

  private static TitleResult named(TitleResult result, String name, String employer) {
    return new TitleResult(
        new PersonName(name),
        result.sex(),
        result.document(),
        result.birthDate(),
        employer,
        result.title(),
        result.specialty(),
        result.committee(),
        result.method(),
        result.acquiredOn(),
        result.approvalDocument());
  }

  private static RowResult of(TitleResult row, List<RowOutcome> outcomes) {
    Roster roster =
        new Roster(
            "名单",
            new Headings(1, Map.of(), List.of()),
            List.of(new RosterRow.Accepted(20, row)),
            List.of());
    RowResults results = new RowResults(roster, CertificateFixture.NUMBERS::grouped);
    outcomes.forEach(results::add);
    return results.all().get(0);
  }

  private static RowResult already(TitleResult row, Certificate certificate) {
    return of(row, List.of(new RowOutcome(20, RowOutcome.Kind.ALREADY_ISSUED, certificate)));
  }

  @Test
  void isSettledWhenTheCertificateSaysWhatTheRowSays() {
    RowResult result = already(issued.result(), issued);
    assertThat(result.kind()).isEqualTo(RowResult.Kind.ALREADY_ISSUED);
    assertThat(result.isSettled()).isTrue();
  }

  /** Nobody sees a difference between U+F900 and 豈, and there is none to Unicode. */
  @Test
  void canonicallyEquivalentNamesSayTheSame() {
    Certificate rare =
        new FakeRegistry()
            .issue(
                CertificateFixture.registered(PublicSite.VALID, "\uF900文登"),
                CertificateFixture.ISSUED_AT);
    String employer = rare.result().employer();
    assertThat(already(named(rare.result(), "豈文登", employer), rare).isSettled()).isTrue();
    assertThat(already(named(rare.result(), "岂文登", employer), rare).isSettled()).isFalse();
  }

  @Test
  void namesEveryFieldThatTheCertificateSaysOtherwise() {
    RowResult result = already(named(issued.result(), "丛培源", "乳山市海工装备有限公司"), issued);
    assertThat(result.kind()).isEqualTo(RowResult.Kind.DIFFERENT);
    assertThat(result.isSettled()).isFalse();
    assertThat(result.differences())
        .containsExactly(
            new FieldDifference(RosterColumn.NAME, "丛培源", "丛培元"),
            new FieldDifference(RosterColumn.EMPLOYER, "乳山市海工装备有限公司", CertificateFixture.EMPLOYER));
    assertThat(result.differences().toString()).doesNotContain("丛培");
  }

  @Test
  void isNotSettledByACertificateThatIsNotValid() {
    for (CertificateEventKind kind :
        List.of(CertificateEventKind.SUSPENDED, CertificateEventKind.REVOKED)) {
      registry.change(PublicSite.VALID, kind, CertificateFixture.ISSUED_AT.plusSeconds(60));
      Certificate fallen = registry.find(PublicSite.VALID).orElseThrow();
      assertThat(already(issued.result(), fallen).kind()).isEqualTo(RowResult.Kind.NOT_VALID);
    }
  }

  @Test
  void waitsWithoutAnOutcome() {
    assertThat(of(issued.result(), List.of()).kind()).isEqualTo(RowResult.Kind.WAITING);
  }
}
