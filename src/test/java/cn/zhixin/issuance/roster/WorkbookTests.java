package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTests {
  @TempDir Path folder;

  private Path file(Consumer<Worksheet> change) throws Exception {
    return Files.write(
        folder.resolve("roster.xlsx"),
        Workbooks.of(
            sheet -> {
              Workbooks.fill(sheet, 4, 3);
              change.accept(sheet);
            }));
  }

  private static void day(Worksheet sheet) {
    sheet.value(5, 12, LocalDate.of(2025, 11, 3));
    sheet.style(5, 12).format("yyyy\"年\"m\"月\"d\"日\"").set();
  }

  private RosterRow only(Consumer<Worksheet> change) throws Exception {
    List<RosterRow> rows = Readers.reader().read(file(change)).rows();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private LocalDate date(Consumer<Worksheet> change) throws Exception {
    return ((RosterRow.Accepted) only(change)).result().acquiredOn();
  }

  @Test
  void findsHeadingsBelowTitleLinesAndBesideBlankColumns() throws Exception {
    RosterRow row =
        only(
            sheet -> {
              sheet.value(0, 0, "威海市职称评审通过人员名单（姓名、专业、级别以公示为准）");
              sheet.value(1, 0, "二〇二五年");
              day(sheet);
            });
    assertThat(row).isInstanceOf(RosterRow.Accepted.class);
    assertThat(row.sheetRow()).isEqualTo(6);
  }

  @Test
  void readsADateCellHoweverItIsFormatted() throws Exception {
    LocalDate day = LocalDate.of(2025, 11, 3);
    assertThat(date(WorkbookTests::day)).isEqualTo(day);
    assertThat(date(sheet -> sheet.value(5, 12, 45964))).isEqualTo(day);
    assertThat(date(sheet -> sheet.value(5, 12, 20251103))).isEqualTo(day);
    assertThat(date(sheet -> sheet.value(5, 12, "2025.11.3"))).isEqualTo(day);
    assertThat(
            date(
                sheet -> {
                  sheet.value(5, 12, 45964.75);
                  sheet.style(5, 12).format("yyyy/m/d h:mm").set();
                }))
        .isEqualTo(day);
  }

  @Test
  void rejectsAMonthKeptAsANumber() throws Exception {
    RosterRow.Rejected row = (RosterRow.Rejected) only(sheet -> sheet.value(5, 12, 2025.11));
    assertThat(row.problems())
        .extracting(RosterProblem::reason)
        .containsExactly(RosterReason.DATE_WITHOUT_DAY);
  }

  @Test
  void rejectsFormulasOnlyInColumnsThatAreRead() throws Exception {
    assertThat(
            only(
                sheet -> {
                  day(sheet);
                  sheet.formula(5, 13, "SUM(1,2)");
                }))
        .isInstanceOf(RosterRow.Accepted.class);
    RosterRow.Rejected row =
        (RosterRow.Rejected)
            only(
                sheet -> {
                  day(sheet);
                  sheet.formula(5, 8, "A1");
                });
    assertThat(row.problems())
        .extracting(p -> p.columnLetter() + " " + p.reason().code())
        .containsExactly("I row.formula");
  }

  @Test
  void rejectsATruthValue() throws Exception {
    RosterRow.Rejected row =
        (RosterRow.Rejected)
            only(
                sheet -> {
                  day(sheet);
                  sheet.value(5, 6, true);
                });
    assertThat(row.problems())
        .extracting(p -> p.columnLetter() + " " + p.reason().code())
        .containsExactly("G row.not-a-text");
  }

  @Test
  void leavesOutSignaturesNotesAndRepeatedHeadings() throws Exception {
    Path file =
        file(
            sheet -> {
              day(sheet);
              for (int i = 0; i < Workbooks.HEADINGS.size(); i++) {
                sheet.value(7, 3 + i, Workbooks.HEADINGS.get(i));
              }
              sheet.value(9, 3, "注：以上人员已公示五个工作日");
              sheet.value(10, 3, "制表人：王𬱖");
              sheet.value(10, 9, "审核人：李䶮");
              sheet.value(11, 0, 27);
            });
    Roster roster = Readers.reader().read(file);
    assertThat(roster.rows()).hasSize(1);
    assertThat(roster.notes()).containsExactly(8, 10, 11, 12);
  }

  @Test
  void aPersonWithNothingButANameIsNoNote() throws Exception {
    Roster roster =
        Readers.reader()
            .read(
                file(
                    sheet -> {
                      day(sheet);
                      sheet.value(6, 3, "李䶮");
                    }));
    assertThat(roster.rejected()).extracting(RosterRow::sheetRow).containsExactly(7);
  }

  @Test
  void refusesToChooseBetweenTwoSheets() throws Exception {
    Consumer<Worksheet> full = sheet -> Workbooks.fill(sheet, 0, 0);
    Path file = Files.write(folder.resolve("two.xlsx"), Workbooks.ofSheets(List.of(full, full)));
    MalformedRoster failure =
        catchThrowableOfType(MalformedRoster.class, () -> Readers.reader().read(file));
    assertThat(failure.fault()).isEqualTo(RosterFault.SEVERAL_SHEETS);
    assertThat(failure.sentence().chinese()).contains("表1、表2");
  }

  @Test
  void findsTheRosterBehindASheetOfExplanations() throws Exception {
    Consumer<Worksheet> explanations = sheet -> sheet.value(0, 0, "填表说明");
    Consumer<Worksheet> full =
        sheet -> {
          Workbooks.fill(sheet, 4, 3);
          day(sheet);
        };
    Path file =
        Files.write(folder.resolve("two.xlsx"), Workbooks.ofSheets(List.of(explanations, full)));
    Roster roster = Readers.reader().read(file);
    assertThat(roster.sheet()).isEqualTo("表2");
    assertThat(roster.accepted()).hasSize(1);
  }

  @Test
  void takesTheUsualCommitteeAndItsSeriesWhereNoColumnTells() throws Exception {
    Path file = RosterText.right().without("评审委员会").without("职称系列").in(folder);
    Roster roster =
        Readers.reader().read(file, Readers.CATALOGUE.committee("威海市工程系列高级职称评审委员会").orElseThrow());
    assertThat(roster.accepted().get(0).result().title().code()).isEqualTo("0502");
    assertThat(
            catchThrowableOfType(MalformedRoster.class, () -> Readers.reader().read(file)).fault())
        .isEqualTo(RosterFault.HEADING_MISSING);
  }
}
