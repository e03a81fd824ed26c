package cn.zhixin.issuance.roster;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.IdentityCheck;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.catalogue.Title;
import cn.zhixin.certificate.TitleResult;
import java.time.LocalDate;

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
}
