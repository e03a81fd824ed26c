package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.issuance.roster.CorrectionCheck.Given;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorrectionCheckTests {
  private static TitleResult issued;

  @BeforeAll
  static void readCatalogue() throws Exception {
    Catalogue catalogue = CatalogueFiles.bundled().catalogue();
    issued =
        new TitleResult(
            new PersonName("丛培元"),
            Sex.MALE,
            new IdentityDocument(IdentityDocumentKind.RESIDENT_IDENTITY_CARD, "37100219880812001X"),
            LocalDate.of(1988, 8, 12),
            "威海市蓝湾船舶设计研究院",
            catalogue.title("0503").orElseThrow(),
            "机械工程",
            catalogue.committee(14).orElseThrow(),
            AcquisitionMethod.REVIEW,
            LocalDate.of(2025, 11, 3),
            "威人社发〔2025〕12号");
  }

  @Test
  void readsDatesAsARosterWritesThem() {
    for (String typed : List.of("2025年12月1日", "2025.12.1", "2025/12/01", "20251201")) {
      assertThat(accepted(RosterColumn.ACQUIRED_ON, typed).acquiredOn())
          .isEqualTo(LocalDate.of(2025, 12, 1));
    }
  }

  @Test
  void refusesWhatARosterRefusesWithTheSameReason() {
    assertRefused(RosterColumn.ACQUIRED_ON, "2030-01-01", RosterReason.FUTURE_DATE);
    assertRefused(RosterColumn.ACQUIRED_ON, "2025-13-40", RosterReason.IMPOSSIBLE_DATE);
    assertRefused(RosterColumn.ACQUIRED_ON, "2004-08-11", RosterReason.HOLDER_TOO_YOUNG);
    assertRefused(RosterColumn.ACQUIRED_ON, "soon", RosterReason.UNREADABLE_DATE);
    assertRefused(RosterColumn.EMPLOYER, "", RosterReason.MISSING_VALUE);
    assertRefused(RosterColumn.EMPLOYER, "=cmd|1", RosterReason.FORMULA);
    assertRefused(RosterColumn.EMPLOYER, "厂".repeat(101), RosterReason.TOO_LONG);
    assertRefused(RosterColumn.SPECIALTY, " ", RosterReason.MISSING_VALUE);
    assertRefused(RosterColumn.SPECIALTY, "机\u202e械", RosterReason.INVISIBLE_CHARACTER);
    assertRefused(RosterColumn.APPROVAL_DOCUMENT, "第12号文", RosterReason.WRONG_APPROVAL_DOCUMENT);
  }

  @Test
  void tellsEveryProblemUnderTheNameOfItsOption() {
    RosterRow row =
        new CorrectionCheck(LocalDate.of(2026, 1, 1))
            .check(
                issued,
                List.of(
                    new Given(RosterColumn.NAME, "--name", "C0ng"),
                    new Given(RosterColumn.IDENTITY_NUMBER, "--identity-number", "371002")));
    assertThat(((RosterRow.Rejected) row).problems())
        .extracting(RosterProblem::heading)
        .containsExactly("--name", "--identity-number");
  }

  @Test
  void writesAnApprovalNumberAsTheRosterDoesAndRemovesItWhenEmpty() {
    assertThat(accepted(RosterColumn.APPROVAL_DOCUMENT, "威人社发[2025]13号").approvalDocument())
        .isEqualTo("威人社发〔2025〕13号");
    assertThat(accepted(RosterColumn.APPROVAL_DOCUMENT, "").approvalDocument()).isNull();
  }

  @Test
  void keepsWhatIsNotGiven() {
    TitleResult corrected = accepted(RosterColumn.EMPLOYER, " 乳山市海工装备有限公司 ");
    assertThat(corrected.employer()).isEqualTo("乳山市海工装备有限公司");
    assertThat(corrected).usingRecursiveComparison().ignoringFields("employer").isEqualTo(issued);
  }

  private static TitleResult accepted(RosterColumn column, String typed) {
    RosterRow row = check(column, typed);
    assertThat(row).isInstanceOf(RosterRow.Accepted.class);
    return ((RosterRow.Accepted) row).result();
  }

  private static void assertRefused(RosterColumn column, String typed, RosterReason reason) {
    RosterRow row = check(column, typed);
    assertThat(row).as(typed).isInstanceOf(RosterRow.Rejected.class);
    assertThat(((RosterRow.Rejected) row).problems())
        .extracting(RosterProblem::reason)
        .containsExactly(reason);
  }

  private static RosterRow check(RosterColumn column, String typed) {
    return new CorrectionCheck(LocalDate.of(2026, 1, 1))
        .check(issued, List.of(new Given(column, "--option", typed)));
  }
}
