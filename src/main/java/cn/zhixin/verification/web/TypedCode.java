package cn.zhixin.verification.web;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.certificate.VerificationCode;

/** Reads what somebody typed, pasted or scanned in a verification code's place. */
public final class TypedCode {
  /** Much longer than an address with a credential in its fragment: not read. */
  public static final int LONGEST = 2_000;

  private TypedCode() {}

  /**
   * Forgives what {@link VerificationCode#parse} does, and a whole address of a certificate's page
   * in the code's place.
   */
  public static CodeReading read(String typed) {
    if (typed.length() > LONGEST) {
      return new CodeReading.Malformed(CodeReading.Fault.TOO_LONG);
    }
    String path = before('?', before('#', typed.strip()));
    return VerificationCode.parse(path.substring(path.lastIndexOf('/') + 1));
  }

  private static String before(char end, String text) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
