package cn.zhixin.catalogue;

/** What a check of a typed name came to. */
public sealed interface NameCheck {
  /** The text is a name. */
  record Accepted(PersonName name) implements NameCheck {}

  /**
   * The text is no name.
   *
   * @param found the offending character such as {@code U+202E}, a formula's sign or a dash as it
   *     was typed, empty if the name as a whole is wrong; tells no more of the name
   * @param instead the character to type in its place; empty if there is none
   */
  record Refused(NameRefusal reason, String found, String instead) implements NameCheck {
    Refused(NameRefusal reason, String found) {
      this(reason, found, "");
    }

    public Bilingual sentence() {
      return reason.sentence().with(found, instead);
    }
  }
}
