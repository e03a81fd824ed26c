package cn.zhixin.verification.files.worker;

import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import java.util.Optional;

/**
 * One credential that a file carries, or a QR symbol that is none.
 *
 * @param text of the symbol, or empty for the attachment
 * @param digits of the credential as a symbol has them; empty if there are none
 * @param signed what it says, if a key of the issuers signed it
 */
public record CarriedCredential(String text, String digits, Optional<CredentialClaims> signed) {
  static CarriedCredential symbol(String text, Optional<CredentialClaims> signed) {
    int mark = text.indexOf('#');
    String digits = mark < 0 ? "" : text.substring(mark + 1);
    return new CarriedCredential(
        text, digits.chars().allMatch(c -> c >= '0' && c <= '9') ? digits : "", signed);
  }

  static CarriedCredential attached(Bytes credential, Optional<CredentialClaims> signed) {
    return new CarriedCredential("", DecimalDigits.encode(credential), signed);
  }

  public boolean isSymbol() {
    return !text.isEmpty();
  }

  @Override
  public String toString() {
    return "CarriedCredential[" + signed + "]";
  }
}
