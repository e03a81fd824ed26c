package cn.zhixin.verification.files.web;

import java.util.List;

/**
 * What a genuine receipt says, in its reader's language.
 *
 * @param facts who asked what and when
 * @param answers of then, each with the way to ask again; not all of a long list
 * @param codes all of a list's codes, one a line, to be asked again at once; empty for one
 * @param more how many answers are not shown, in words; empty if none
 */
record ReceiptView(List<FileView.Fact> facts, List<Answered> answers, String codes, String more) {
  ReceiptView {
    facts = List.copyOf(facts);
    answers = List.copyOf(answers);
  }

  /**
   * One answer.
   *
   * @param code in groups; may be empty
   * @param asOf may be empty
   * @param holder name and title; may be empty
   * @param page where to ask again; empty without a code
   */
  record Answered(String outcome, String code, String holder, String asOf, String page) {}
}
