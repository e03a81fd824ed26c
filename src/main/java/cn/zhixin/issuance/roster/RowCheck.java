package cn.zhixin.issuance.roster;

import static cn.zhixin.issuance.roster.RosterColumn.ACQUIRED_ON;
import static cn.zhixin.issuance.roster.RosterColumn.APPROVAL_DOCUMENT;
import static cn.zhixin.issuance.roster.RosterColumn.EMPLOYER;
import static cn.zhixin.issuance.roster.RosterColumn.METHOD;
import static cn.zhixin.issuance.roster.RosterColumn.SPECIALTY;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.IdentityCheck;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.catalogue.Title;
import cn.zhixin.certificate.TitleResult;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks rows of one roster one after the other and remembers whom it has seen. */
final class RowCheck {
  private static final int LONGEST_EMPLOYER = 100;
  private static final int LONGEST_TEXT = 60;
  private static final int YOUNGEST = 16;

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
    String employer = row.text(EMPLOYER, true, LONGEST_EMPLOYER);
    Committee committee = titles.committee(row);
    Title title = titles.title(row, committee);
    titles.checkLevel(row, title);
    TitleCells.checkPower(row, committee, title);
    String specialty = row.text(SPECIALTY, true, LONGEST_TEXT);
    LocalDate birthDate = identity == null ? null : identity.birthDate();
    LocalDate acquiredOn = acquiredOn(row, birthDate);
    String approval = approval(row);
    AcquisitionMethod method = method(row);
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

  private @Nullable LocalDate acquiredOn(RowText row, @Nullable LocalDate birthDate) {
    if (!row.isReadable(ACQUIRED_ON)) {
      return null;
    }
    Cell cell = row.cell(ACQUIRED_ON);
    if (cell instanceof Cell.Text && row.text(ACQUIRED_ON, true, LONGEST_TEXT) == null) {
      return null;
    }
    RosterDates.Reading reading = RosterDates.read(cell, today);
    if (reading instanceof RosterDates.Reading.Wrong wrong) {
      row.add(ACQUIRED_ON, wrong.reason());
      return null;
    }
    LocalDate date = ((RosterDates.Reading.Day) reading).date();
    if (birthDate != null && date.isBefore(birthDate.plusYears(YOUNGEST))) {
      row.add(ACQUIRED_ON, RosterReason.HOLDER_TOO_YOUNG);
    }
    return date;
  }

  private static @Nullable String approval(RowText row) {
    String typed = row.text(APPROVAL_DOCUMENT, false, LONGEST_TEXT);
    if (typed == null) {
      return null;
    }
    Optional<String> number = ApprovalNumber.normalise(typed);
    if (number.isEmpty()) {
      row.add(APPROVAL_DOCUMENT, RosterReason.WRONG_APPROVAL_DOCUMENT);
    }
    return number.orElse(null);
  }

  /** Review where the roster does not say. */
  private static AcquisitionMethod method(RowText row) {
    String typed = row.text(METHOD, false, LONGEST_TEXT);
    if (typed == null) {
      return AcquisitionMethod.REVIEW;
    }
    Optional<AcquisitionMethod> method = AcquisitionMethod.named(typed);
    if (method.isEmpty()) {
      row.add(METHOD, RosterReason.UNKNOWN_METHOD);
    }
    return method.orElse(AcquisitionMethod.REVIEW);
  }
}
