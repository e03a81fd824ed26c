package cn.zhixin.issuance.roster;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.IdentityCheck;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.catalogue.Title;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.sheet.SheetRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Checks rows of one roster one after the other and remembers whom it has seen. */
final class RowCheck {
  private final TitleCells titles;
  private final LocalDate today;
  private final EarlierRows earlier = new EarlierRows();

  RowCheck(TitleCells titles, LocalDate today) {
    this.titles = titles;
    this.today = today;
  }

  RosterRow check(RowText row) {
    PersonName name = HolderCells.name(row);
    IdentityCheck.Accepted identity = HolderCells.document(row, today);
    Sex sex = HolderCells.sex(row, identity);
    String employer = ResultCells.employer(row);
    Committee committee = titles.committee(row);
    Title title = titles.title(row, committee);
    titles.checkLevel(row, title);
    TitleCells.checkPower(row, committee, title);
    String specialty = ResultCells.specialty(row);
    LocalDate birthDate = identity == null ? null : identity.birthDate();
    LocalDate acquiredOn = ResultCells.acquiredOn(row, birthDate, today);
    String approval = ResultCells.approval(row);
    AcquisitionMethod method = ResultCells.method(row);
    if (identity != null) {
      earlier.check(row, identity.document(), name, title);
    }
    if (!row.problems().isEmpty()
        || name == null
        || sex == null
        || identity == null
        || employer == null
        || title == null
        || specialty == null
        || committee == null
        || acquiredOn == null) {
      return new RosterRow.Rejected(row.number(), row.problems());
    }
    return new RosterRow.Accepted(
        row.number(),
        new TitleResult(
            name,
            sex,
            identity.document(),
            birthDate,
            employer,
            title,
            specialty,
            committee,
            method,
            acquiredOn,
            approval));
  }

  /**
   * Holds back the rows that a later one contradicted.
   *
   * @param rows all rows of the roster, as they were checked
   */
  List<RosterRow> atEnd(List<RosterRow> rows, Headings headings) {
    Map<Integer, Integer> disputed = earlier.disputed();
    return rows.stream()
        .map(
            row -> {
              Integer later = disputed.get(row.sheetRow());
              return later == null ? row : disputed(row, later, headings);
            })
        .toList();
  }

  private static RosterRow disputed(RosterRow row, int later, Headings headings) {
    // the number's own text is not needed: no problem shows a personal cell
    RowText text = new RowText(new SheetRow(row.sheetRow(), List.of()), headings);
    List<RosterProblem> problems = new ArrayList<>();
    if (row instanceof RosterRow.Rejected rejected) {
      problems.addAll(rejected.problems());
    }
    text.add(RosterColumn.IDENTITY_NUMBER, RosterReason.NUMBER_OF_ANOTHER, later);
    problems.addAll(text.problems());
    problems.sort(Comparator.comparingInt(RosterProblem::position));
    return new RosterRow.Rejected(row.sheetRow(), problems);
  }
}
