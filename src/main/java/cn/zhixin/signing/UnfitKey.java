package cn.zhixin.signing;

import java.security.GeneralSecurityException;

/** A key that cannot be used as it stands, said in halves for a sentence in both languages. */
final class UnfitKey extends GeneralSecurityException {
  private static final long serialVersionUID = 1L;

  private final String chinese;
  private final String english;

  UnfitKey(String chinese, String english) {
    super(chinese + " / " + english);
    this.chinese = chinese;
    this.english = english;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }
}
