package cn.zhixin.document;

/**
 * The text of a certificate's QR symbol: {@code address + code + "#" + digits}.
 *
 * @param address scheme, host and path in lower case, ending in {@code /v/}; byte mode
 * @param code 16 characters of the alphanumeric mode
 * @param digits the credential as decimal digits, numeric mode; empty for the address alone, and
 *     then there is no {@code #}
 */
public record QrText(String address, String code, String digits) {
  public String text() {
    return digits.isEmpty() ? address + code : address + code + "#" + digits;
  }
}
