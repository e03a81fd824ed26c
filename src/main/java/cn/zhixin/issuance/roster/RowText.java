package cn.zhixin.issuance.roster;

import cn.zhixin.catalogue.Bilingual;
import cn.zhixin.catalogue.InvisibleCharacters;
import cn.zhixin.catalogue.Placeholder;
import cn.zhixin.catalogue.Reason;
import cn.zhixin.sheet.Cell;
import cn.zhixin.sheet.SheetRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One row while it is checked: gives texts by column and gathers what is wrong with them. */
final class RowText {
  private static final int SHOWN = 60;

  private final SheetRow row;
  private final Headings headings;
  private final List<RosterProblem> problems = new ArrayList<>();

  RowText(SheetRow row, Headings headings) {
    this.row = row;
    this.headings = headings;
  }

  int number() {
    return row.number();
  }

  boolean has(RosterColumn column) {
    return headings.columns().containsKey(column);
  }

  Cell cell(RosterColumn column) {
    return headings.cell(row, column);
  }

  /** The problems found, from left to right. */
  List<RosterProblem> problems() {
    return problems.stream().sorted(Comparator.comparingInt(RosterProblem::position)).toList();
  }

  boolean isFaulty(RosterColumn column) {
    return problems.stream().anyMatch(problem -> problem.column() == column);
  }

  /** Whether the cell can be read at all; notes a problem if not. */
  boolean isReadable(RosterColumn column) {
    Cell cell = cell(column);
    if (cell instanceof Cell.Formula) {
      add(column, RosterReason.FORMULA);
      return false;
    }
    if (cell instanceof Cell.Other) {
      add(column, RosterReason.NOT_A_TEXT);
      return false;
    }
    return true;
  }

  /**
   * The text of an ordinary column without the spaces round it; null if it is blank or faulty, and
   * then a problem is noted unless it may be blank.
   *
   * @param longest in characters
   */
  @Nullable String text(RosterColumn column, boolean compulsory, int longest) {
    if (!isReadable(column)) {
      return null;
    }
    String text = cell(column).text().strip();
    OptionalInt invisible = InvisibleCharacters.first(text);
    if (invisible.isPresent()) {
      add(
          column,
          RosterReason.INVISIBLE_CHARACTER,
          InvisibleCharacters.notation(invisible.getAsInt()));
    } else if (text.isBlank()) {
      if (compulsory) {
        add(column, RosterReason.MISSING_VALUE);
      }
    } else if (Placeholder.is(text)) {
      if (compulsory) {
        add(column, RosterReason.PLACEHOLDER, text);
      }
    } else if (text.charAt(0) == '=') {
      add(column, RosterReason.FORMULA);
    } else if ("+-@".indexOf(text.charAt(0)) >= 0) {
      add(column, RosterReason.FORMULA_SIGN, text.substring(0, 1));
    } else if (text.codePointCount(0, text.length()) > longest) {
      add(column, RosterReason.TOO_LONG, longest);
    } else {
      return text;
    }
    return null;
  }

  void add(RosterColumn column, Reason reason, Object... found) {
    add(column, reason, reason.sentence().with(found), reason.remedy(), null);
  }

  void add(
      RosterColumn column,
      Reason reason,
      Bilingual sentence,
      Bilingual remedy,
      @Nullable String suggestion) {
    int position = headings.columns().getOrDefault(column, -1);
    String heading = position < 0 ? column.heading() : headings.texts().get(position);
    problems.add(
        new RosterProblem(
            row.number(),
            column,
            position,
            heading,
            column.isPersonal() ? null : printable(cell(column).text()),
            reason,
            sentence,
            remedy,
            suggestion));
  }

  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .limit(SHOWN)
        .forEach(
            c -> {
              if (InvisibleCharacters.contain(c)) {
                printable.append('[').append(InvisibleCharacters.notation(c)).append(']');
              } else {
                printable.appendCodePoint(c);
              }
            });
    return printable.toString();
  }
}
