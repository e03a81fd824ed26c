package cn.zhixin.issuance.roster;

import java.util.List;
import java.util.Set;

/**
 * Headings of the columns that are written beside a roster: remark, number, code.
 *
 * <p>None of them is a heading that is read, so that a copy can be brought again.
 */
public enum RemarkHeadings {
  PROBLEMS("问题与处理", "证书编号", "查验码"),
  PROBLEMS_ENGLISH("What to mend", "Certificate number", "Verification code"),
  RESULTS("签发结果", "证书编号", "查验码"),
  RESULTS_ENGLISH("Result of issuing", "Certificate number", "Verification code");

  private static final Set<String> REMARKS =
      Set.of("问题与处理", "What to mend", "签发结果", "Result of issuing");
  private static final List<Set<String>> OTHERS =
      List.of(Set.of("证书编号", "Certificate number"), Set.of("查验码", "Verification code"));

  private final List<String> words;

  RemarkHeadings(String remark, String number, String code) {
    this.words = List.of(remark, number, code);
  }

  boolean english() {
    return this == PROBLEMS_ENGLISH || this == RESULTS_ENGLISH;
  }

  List<String> words() {
    return words;
  }

  /** Whether a column was written by us beside an earlier copy. */
  static boolean has(String heading) {
    return REMARKS.contains(heading) || OTHERS.stream().anyMatch(names -> names.contains(heading));
  }

  /**
   * Where the columns go: to where an earlier copy has them, or else to the first that no row uses.
   *
   * @param free position of the first such column
   */
  static List<Integer> positions(List<String> headings, int free) {
    int remark = first(headings, REMARKS);
    if (remark < 0) {
      return List.of(free, free + 1, free + 2);
    }
    int next = free;
    int number = first(headings, OTHERS.get(0));
    if (number < 0) {
      number = next++;
    }
    int code = first(headings, OTHERS.get(1));
    return List.of(remark, number, code < 0 ? next : code);
  }

  private static int first(List<String> headings, Set<String> names) {
    for (int position = 0; position < headings.size(); position++) {
      if (names.contains(headings.get(position))) {
        return position;
      }
    }
    return -1;
  }
}
