package cn.zhixin.catalogue;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A holder's name as in the identity document: 2 to 15 Chinese characters, or up to 40 characters
 * with the middle dot of minority names (U+00B7), or up to 60 Latin letters. Characters are kept as
 * they are, compatibility ideographs too. Personal data: {@link #toString} leaves it out.
 */
public record PersonName(String value) {
  public PersonName {
    NameCheck.Refused fault = NameRules.firstFault(value);
    if (fault != null) {
      throw new IllegalArgumentException(fault.sentence().english());
    }
  }

  /**
   * Reads a name as people type it: spaces round it and between Chinese characters are left out,
   * variants of the middle dot become U+00B7, nothing else is changed.
   */
  public static NameCheck check(String typed) {
    return checkNormalised(NameRules.normalise(typed));
  }

  /**
   * Reads a name that is only compared with one on file: as {@link #check} does, but full-width
   * letters count as the half-width ones they show.
   */
  public static NameCheck checkAsked(String typed) {
    return checkNormalised(NameRules.normalise(NameRules.halfWidth(typed)));
  }

  private static NameCheck checkNormalised(String name) {
    NameCheck.Refused fault = NameRules.firstFault(name);
    return fault == null ? new NameCheck.Accepted(new PersonName(name)) : fault;
  }

  /**
   * For comparing only: what is canonically equivalent (Unicode UAX #15, form C), such as U+F900
   * and 豈, looks and counts the same, and input methods type the second.
   */
  public String canonical() {
    return Normalizer.normalize(value, Normalizer.Form.NFC);
  }

  /** Whether a person who types one means the other: Latin letters count without their case too. */
  public boolean isAlike(PersonName other) {
    return canonical().toUpperCase(Locale.ROOT).equals(other.canonical().toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return "PersonName";
  }
}
