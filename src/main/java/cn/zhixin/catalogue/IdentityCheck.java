package cn.zhixin.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a check of an identity document's number came to. */
public sealed interface IdentityCheck {
  /**
   * The number is one that such a document can have. Whether it was ever given to this person is
   * not known here.
   *
   * @param birthDate if the number tells it
   * @param sex if the number tells it
   */
  record Accepted(IdentityDocument document, @Nullable LocalDate birthDate, @Nullable Sex sex)
      implements IdentityCheck {
    /** Kind only: birth date and sex are personal data too. */
    @Override
    public String toString() {
      return "Accepted[" + document.kind() + "]";
    }
  }

  /**
   * The number cannot be right.
   *
   * @param found what the sentence names: a character, a length, a kind; never the number
   */
  record Refused(IdentityRefusal reason, Bilingual found) implements IdentityCheck {
    Refused(IdentityRefusal reason) {
      this(reason, new Bilingual("", ""));
    }

    Refused(IdentityRefusal reason, String found) {
      this(reason, new Bilingual(found, found));
    }

    public Bilingual sentence() {
      return new Bilingual(
          String.format(reason.sentence().chinese(), found.chinese()),
          String.format(reason.sentence().english(), found.english()));
    }
  }
}
