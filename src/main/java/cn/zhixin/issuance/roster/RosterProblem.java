package cn.zhixin.issuance.roster;

import cn.zhixin.catalogue.Bilingual;
import cn.zhixin.catalogue.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one cell. Holds no name and no identity number, so it may be printed and
 * logged.
 *
 * @param row as the spreadsheet shows it
 * @param position of the column from 0; -1 if the roster has no such column
 * @param heading as typed in the roster, or ours if it has no such column
 * @param value what was found, invisible characters written out; null for personal columns
 * @param suggestion the likely repair, null if there is none
 */
public record RosterProblem(
    int row,
    RosterColumn column,
    int position,
    String heading,
    @Nullable String value,
    Reason reason,
    Bilingual sentence,
    Bilingual remedy,
    @Nullable String suggestion) {
  /** Such as {@code E}; empty if the roster has no such column. */
  public String columnLetter() {
    return position < 0 ? "" : Headings.letter(position);
  }

  /** Sentence, likely repair and remedy in one line of Chinese. */
  public String chinese() {
    String likely = suggestion == null ? "" : "是不是：" + suggestion + "？";
    return sentence.chinese() + "。" + likely + remedy.chinese() + "。";
  }

  /** Sentence, likely repair and remedy in one line of English. */
  public String english() {
    String likely = suggestion == null ? "" : "Did you mean " + suggestion + "? ";
    return sentence.english() + ". " + likely + remedy.english() + ".";
  }
}
