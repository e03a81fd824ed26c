package cn.zhixin.issuance.roster;

import static cn.zhixin.issuance.roster.RosterColumn.ACQUIRED_ON;
import static cn.zhixin.issuance.roster.RosterColumn.APPROVAL_DOCUMENT;
import static cn.zhixin.issuance.roster.RosterColumn.EMPLOYER;
import static cn.zhixin.issuance.roster.RosterColumn.METHOD;
import static cn.zhixin.issuance.roster.RosterColumn.SPECIALTY;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.sheet.Cell;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where a row's person works, and in what, when and how the title was acquired. */
final class ResultCells {
  private static final int LONGEST_EMPLOYER = 100;
  private static final int LONGEST_TEXT = 60;
  private static final int YOUNGEST = 16;

  /** From an ASCII character to the one of full width, U+FF01 to U+FF5E. */
  private static final int WIDER = 0xFEE0;

  private ResultCells() {}

  static @Nullable String employer(RowText row) {
    return halfWidth(row.text(EMPLOYER, true, LONGEST_EMPLOYER));
  }

  static @Nullable String specialty(RowText row) {
    return halfWidth(row.text(SPECIALTY, true, LONGEST_TEXT));
  }

  /**
   * Letters and digits of the full width as the ASCII ones they show, or one specialty would be two
   * that a person may hold at once. Punctuation stays: of that width it is ordinary Chinese.
   */
  private static @Nullable String halfWidth(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    StringBuilder half = new StringBuilder(typed.length());
    typed
        .codePoints()
        .map(
            c ->
                isFullWidth(c, 'A', 'Z') || isFullWidth(c, 'a', 'z') || isFullWidth(c, '0', '9')
                    ? c - WIDER
                    : c)
        .forEach(half::appendCodePoint);
    return half.toString();
  }

  private static boolean isFullWidth(int c, char first, char last) {
    return c >= first + WIDER && c <= last + WIDER;
  }

  static @Nullable LocalDate acquiredOn(
      RowText row, @Nullable LocalDate birthDate, LocalDate today) {
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
    if (isTooYoung(birthDate, date)) {
      row.add(ACQUIRED_ON, RosterReason.HOLDER_TOO_YOUNG);
    }
    return date;
  }

  static boolean isTooYoung(@Nullable LocalDate birthDate, LocalDate acquiredOn) {
    return birthDate != null && acquiredOn.isBefore(birthDate.plusYears(YOUNGEST));
  }

  static @Nullable String approval(RowText row) {
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
  static AcquisitionMethod method(RowText row) {
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
