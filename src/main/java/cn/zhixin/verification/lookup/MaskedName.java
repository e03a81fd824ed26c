package cn.zhixin.verification.lookup;

import cn.zhixin.catalogue.PersonName;

/** A name as those may see it who know it already: 张*三, 李*, 阿*力. */
final class MaskedName {
  private MaskedName() {}

  /** First and last character, and one star however many there are between. */
  static String of(PersonName name) {
    int[] characters = name.value().codePoints().toArray();
    StringBuilder masked = new StringBuilder().appendCodePoint(characters[0]).append('*');
    if (characters.length > 2) {
      masked.appendCodePoint(characters[characters.length - 1]);
    }
    return masked.toString();
  }
}
