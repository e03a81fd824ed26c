package cn.zhixin.certificate;

import java.util.Arrays;

/**
 * Crockford's base 32 and its check character over the field of 32 elements.
 *
 * <p>A character stands for the element whose bits are its value. The field is GF(2)[x] modulo x⁵ +
 * x² + 1, which is primitive: x has order 31. A code v₀ … v₁₅ is right when Σ vᵢ·x^(15−i) = 0; the
 * last character makes it so. All 16 weights differ and none is zero, hence one wrong character
 * changes the sum by (v − v′)·w ≠ 0 and two characters that changed places, adjacent or not, by (v
 * − v′)·(w − w′) ≠ 0: both are always found. Of all other errors one in 32 is not.
 */
final class CodeAlphabet {
  static final int SIZE = 32;

  private static final String CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final byte[] VALUES = values();
  private static final int HIGHEST_BIT = 0b10000;
  private static final int REDUCTION = 0b00101;

  /** In a sum: some character was none of the alphabet. */
  private static final int FOREIGN = 0x80;

  /** For each place of a code and each character, what it adds to the sum. */
  private static final byte[][] SHARES = shares(VerificationCode.LENGTH);

  private CodeAlphabet() {}

  static char character(int value) {
    return CHARACTERS.charAt(value);
  }

  /** 0 to 31, or −1 for a character that is not in the alphabet. */
  static int value(char character) {
    return character < VALUES.length ? VALUES[character] : -1;
  }

  private static byte[] values() {
    byte[] values = new byte[CHARACTERS.charAt(SIZE - 1) + 1];
    Arrays.fill(values, (byte) -1);
    for (int value = 0; value < SIZE; value++) {
      values[CHARACTERS.charAt(value)] = (byte) value;
    }
    return values;
  }

  /** The character that makes these a right code when it is put behind them. */
  static char check(CharSequence characters) {
    return character(timesX(sum(characters)));
  }

  static boolean isRight(CharSequence code) {
    return sum(code) == 0;
  }

  /** Whether these are a right code's characters, as many as it has. */
  static boolean isCode(String text) {
    if (text.length() != SHARES.length) {
      return false;
    }
    int sum = 0;
    int foreign = 0;
    for (int i = 0; i < SHARES.length; i++) {
      char character = text.charAt(i);
      int share = character < VALUES.length ? SHARES[i][character] : FOREIGN;
      sum ^= share;
      foreign |= share;
    }
    return sum == 0 && (foreign & FOREIGN) == 0;
  }

  private static byte[][] shares(int places) {
    byte[][] shares = new byte[places][VALUES.length];
    for (int character = 0; character < VALUES.length; character++) {
      int share = VALUES[character];
      for (int i = places - 1; i >= 0; i--) {
        shares[i][character] = (byte) (VALUES[character] < 0 ? FOREIGN : share);
        share = timesX(share);
      }
    }
    return shares;
  }

  private static int sum(CharSequence characters) {
    int sum = 0;
    for (int i = 0; i < characters.length(); i++) {
      sum = timesX(sum) ^ value(characters.charAt(i));
    }
    return sum;
  }

  private static int timesX(int element) {
    int shifted = (element << 1) & (SIZE - 1);
    return (element & HIGHEST_BIT) == 0 ? shifted : shifted ^ REDUCTION;
  }
}
