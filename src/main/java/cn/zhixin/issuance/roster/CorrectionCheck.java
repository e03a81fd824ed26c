package cn.zhixin.issuance.roster;

import cn.zhixin.catalogue.IdentityCheck;
import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.sheet.Cell;
import cn.zhixin.sheet.SheetRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A certificate's result with some of its values given anew: these are checked by the rules that a
 * roster's cells are checked by, all others stay as they were issued.
 */
public final class CorrectionCheck {
  private final LocalDate today;

  /**
   * @param today by the issuers' calendar: no title is acquired later
   */
  public CorrectionCheck(LocalDate today) {
    this.today = today;
  }

  /**
   * One value that is given anew.
   *
   * @param heading what the person who types knows it by; its problems are told under this name
   */
  public record Given(RosterColumn column, String heading, String typed) {}

  /** The corrected result, or all that is wrong with what was given; the row's number is 1. */
  public RosterRow check(TitleResult old, List<Given> given) {
    RowText row = row(old, given);
    PersonName name = row.has(RosterColumn.NAME) ? HolderCells.name(row) : old.name();
    Holder holder = holder(row, old);
    String employer = row.has(RosterColumn.EMPLOYER) ? ResultCells.employer(row) : old.employer();
    String specialty =
        row.has(RosterColumn.SPECIALTY) ? ResultCells.specialty(row) : old.specialty();
    LocalDate acquiredOn = acquiredOn(row, old, holder);
    String approval =
        row.has(RosterColumn.APPROVAL_DOCUMENT)
            ? ResultCells.approval(row)
            : old.approvalDocument();
    if (!row.problems().isEmpty()) {
      return new RosterRow.Rejected(row.number(), row.problems());
    }
    Holder right = Objects.requireNonNull(holder, "refused without a problem");
    return new RosterRow.Accepted(
        row.number(),
        new TitleResult(
            Objects.requireNonNull(name),
            right.sex(),
            right.document(),
            right.birthDate(),
            Objects.requireNonNull(employer),
            old.title(),
            Objects.requireNonNull(specialty),
            old.committee(),
            old.method(),
            Objects.requireNonNull(acquiredOn),
            approval));
  }

  /** The number is one of the same kind of document; where it tells sex and birth, these change. */
  private @Nullable Holder holder(RowText row, TitleResult old) {
    if (!row.has(RosterColumn.IDENTITY_NUMBER)) {
      return new Holder(old.document(), old.birthDate(), old.sex());
    }
    IdentityCheck.Accepted identity = HolderCells.document(row, today);
    return identity == null
        ? null
        : new Holder(
            identity.document(),
            identity.birthDate() == null ? old.birthDate() : identity.birthDate(),
            identity.sex() == null ? old.sex() : identity.sex());
  }

  private @Nullable LocalDate acquiredOn(RowText row, TitleResult old, @Nullable Holder holder) {
    LocalDate birthDate = holder == null ? null : holder.birthDate();
    if (row.has(RosterColumn.ACQUIRED_ON)) {
      return ResultCells.acquiredOn(row, birthDate, today);
    }
    if (row.has(RosterColumn.IDENTITY_NUMBER)
        && ResultCells.isTooYoung(birthDate, old.acquiredOn())) {
      row.add(RosterColumn.IDENTITY_NUMBER, RosterReason.HOLDER_TOO_YOUNG);
    }
    return old.acquiredOn();
  }

  private static RowText row(TitleResult old, List<Given> given) {
    Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
    List<String> headings = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (Given one : given) {
      columns.put(one.column(), cells.size());
      headings.add(one.heading());
      cells.add(new Cell.Text(one.typed()));
    }
    columns.put(RosterColumn.DOCUMENT_KIND, cells.size());
    headings.add(RosterColumn.DOCUMENT_KIND.heading());
    cells.add(new Cell.Text(old.document().kind().chinese()));
    return new RowText(new SheetRow(1, cells), new Headings(1, columns, headings));
  }

  private record Holder(IdentityDocument document, @Nullable LocalDate birthDate, Sex sex) {}
}
