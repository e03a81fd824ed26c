package cn.zhixin.issuance.roster;

import static cn.zhixin.issuance.roster.RosterColumn.DOCUMENT_KIND;
import static cn.zhixin.issuance.roster.RosterColumn.IDENTITY_NUMBER;
import static cn.zhixin.issuance.roster.RosterColumn.NAME;
import static cn.zhixin.issuance.roster.RosterColumn.SEX;

import cn.zhixin.catalogue.IdentityCheck;
import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.catalogue.IdentityNumbers;
import cn.zhixin.catalogue.IdentityRefusal;
import cn.zhixin.catalogue.NameCheck;
import cn.zhixin.catalogue.NameRefusal;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.sheet.Cell;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads who a row is about: name, identity document, sex. */
final class HolderCells {
  private static final int LONGEST = 40;

  private HolderCells() {}

  static @Nullable PersonName name(RowText row) {
    if (!row.isReadable(NAME)) {
      return null;
    }
    NameCheck check = PersonName.check(row.cell(NAME).text());
    if (check instanceof NameCheck.Accepted accepted) {
      return accepted.name();
    }
    NameCheck.Refused refused = (NameCheck.Refused) check;
    NameRefusal reason = refused.reason();
    row.add(NAME, reason, refused.sentence(), reason.remedy(), null);
    return null;
  }

  /** The document; a cell that holds a number has lost digits or leading zeros. */
  static IdentityCheck.@Nullable Accepted document(RowText row, LocalDate today) {
    String typedKind = row.text(DOCUMENT_KIND, false, LONGEST);
    Optional<IdentityDocumentKind> kind = Optional.empty();
    if (typedKind != null) {
      kind = IdentityDocumentKind.named(typedKind);
      if (kind.isEmpty()) {
        row.add(DOCUMENT_KIND, IdentityRefusal.UNKNOWN_KIND);
      }
    }
    if (!row.isReadable(IDENTITY_NUMBER)) {
      return null;
    }
    Cell cell = row.cell(IDENTITY_NUMBER);
    if (cell instanceof Cell.Number) {
      row.add(IDENTITY_NUMBER, IdentityRefusal.PRECISION_LOST);
      return null;
    }
    IdentityCheck check =
        kind.isPresent()
            ? IdentityNumbers.check(kind.get(), cell.text(), today)
            : IdentityNumbers.check(cell.text(), today);
    if (check instanceof IdentityCheck.Refused refused) {
      if (refused.reason() != IdentityRefusal.UNCLEAR_KIND || !row.isFaulty(DOCUMENT_KIND)) {
        row.add(
            IDENTITY_NUMBER, refused.reason(), refused.sentence(), refused.reason().remedy(), null);
      }
      return null;
    }
    return row.isFaulty(DOCUMENT_KIND) ? null : (IdentityCheck.Accepted) check;
  }

  /** What the row says, or else what the identity number tells. */
  static @Nullable Sex sex(RowText row, IdentityCheck.@Nullable Accepted document) {
    Sex told = document == null ? null : document.sex();
    String typed = row.text(SEX, document != null && told == null, LONGEST);
    if (typed == null) {
      return told;
    }
    Optional<Sex> sex = Sex.named(typed);
    if (sex.isEmpty()) {
      row.add(SEX, RosterReason.UNKNOWN_SEX);
      return null;
    }
    if (told != null && told != sex.get()) {
      row.add(SEX, RosterReason.SEX_DIFFERS);
    }
    return sex.get();
  }
}
