package cn.zhixin.document;

/**
 * The text of a certificate's QR symbol: {@code address + code + "#" + digits}.
 *
 * @param address scheme, host and path in lower case, ending in {@code /v/}; ASCII, byte mode
 * @param code 16 characters of the alphanumeric mode
 * @param digits the credential as decimal digits, numeric mode; empty for the address alone, and
 *     then there is no {@code #}
 */
public record QrText(String address, String code, String digits) {
  /**
   * The characters of the alphanumeric mode in the order of their values (ISO/IEC 18004 Table 5).
   */
  public static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  /** Stands between code and digits. */
  public static final String FRAGMENT_MARK = "#";

  public QrText {
    for (int i = 0; i < address.length(); i++) {
      require(address.charAt(i) > ' ' && address.charAt(i) < 127, "visible ASCII", address, i);
    }
    for (int i = 0; i < code.length(); i++) {
      require(ALPHANUMERIC.indexOf(code.charAt(i)) >= 0, "of the alphanumeric mode", code, i);
    }
    for (int i = 0; i < digits.length(); i++) {
      require(digits.charAt(i) >= '0' && digits.charAt(i) <= '9', "a digit", digits, i);
    }
  }

  private static void require(boolean allowed, String what, String text, int at) {
    if (!allowed) {
      throw new IllegalArgumentException(
          "character " + at + " should be " + what + ": U+" + Integer.toHexString(text.charAt(at)));
    }
  }

  public String text() {
    return digits.isEmpty() ? address + code : address + code + FRAGMENT_MARK + digits;
  }
}
