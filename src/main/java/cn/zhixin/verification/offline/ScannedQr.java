package cn.zhixin.verification.offline;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.encoding.MalformedDigits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A QR's text taken apart: {@code https://host/v/CODE#digits}.
 *
 * @param page the address before the {@code #}
 * @param host with the port, if one is written; a user's name before it would hide it
 * @param credential the COSE_Sign1 bytes that the digits stand for
 */
record ScannedQr(String page, String host, VerificationCode code, Bytes credential) {
  private static final Pattern FORM =
      Pattern.compile("(https?://([^/#?@\\\\\\s\\p{C}]+)/v/([^/#?\\s]+))(?:#([0-9]*))?");

  /** Whether the text is meant as a QR's and not as the name of a file. */
  static boolean looksLike(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }

  static ScannedQr parse(String text) throws NotPassed {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw NotPassed.notGenuine(OfflineFault.NOT_A_CERTIFICATE_QR);
    }
    CodeReading reading = VerificationCode.parse(form.group(3));
    if (!(reading instanceof CodeReading.Read read)) {
      throw NotPassed.notGenuine(
          reading instanceof CodeReading.Mistyped
              ? OfflineFault.MISTYPED_CODE
              : OfflineFault.NOT_A_CERTIFICATE_QR);
    }
    String digits = form.group(4);
    if (digits == null || digits.isEmpty()) {
      throw NotPassed.cannotTell(OfflineFault.NO_CREDENTIAL_IN_QR);
    }
    try {
      return new ScannedQr(form.group(1), form.group(2), read.code(), DecimalDigits.decode(digits));
    } catch (MalformedDigits e) {
      throw NotPassed.notGenuine(OfflineFault.MALFORMED_DIGITS);
    }
  }
}
