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
   */
  record Refused(NameRefusal reason, String found) implements NameCheck {
    public Bilingual sentence() {
      return reason.sentence().with(found);
    }
  }
}
