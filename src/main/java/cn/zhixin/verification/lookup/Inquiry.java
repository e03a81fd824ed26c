package cn.zhixin.verification.lookup;

import cn.zhixin.catalogue.IdentityCheck;
import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.catalogue.IdentityNumbers;
import cn.zhixin.catalogue.IdentityRefusal;
import cn.zhixin.catalogue.NameCheck;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Wording;
import cn.zhixin.verification.web.ProblemKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who is asked for. Personal data: {@link #toString} leaves it out. */
record Inquiry(PersonName name, IdentityDocument document) {
  /** What somebody's typing came to. */
  sealed interface Reading {
    record Read(Inquiry inquiry) implements Reading {}

    /**
     * @param sentence names no more of what was typed than one character
     */
    record Refused(ProblemKind kind, String sentence) implements Reading {}
  }

  private static final int LONGEST = 200;

  /**
   * Checks form and check digit: nothing is looked up for a mistype.
   *
   * @param kind null where the number tells it
   */
  static Reading read(
      String name,
      String number,
      @Nullable IdentityDocumentKind kind,
      LocalDate today,
      Language language) {
    NameCheck named =
        PersonName.checkAsked(name.length() > LONGEST ? name.substring(0, LONGEST) : name);
    if (named instanceof NameCheck.Refused refused) {
      return new Reading.Refused(
          ProblemKind.MALFORMED_NAME,
          sentence(refused.sentence().chinese(), refused.sentence().english(), language));
    }
    String typed = number.length() > LONGEST ? number.substring(0, LONGEST) : number;
    IdentityCheck numbered =
        kind == null
            ? IdentityNumbers.check(typed, today)
            : IdentityNumbers.check(kind, typed, today);
    if (numbered instanceof IdentityCheck.Refused refused) {
      return new Reading.Refused(ProblemKind.MALFORMED_IDENTITY, sentence(refused, language));
    }
    return new Reading.Read(
        new Inquiry(
            ((NameCheck.Accepted) named).name(), ((IdentityCheck.Accepted) numbered).document()));
  }

  private static String sentence(IdentityCheck.Refused refused, Language language) {
    return refused.reason() == IdentityRefusal.UNCLEAR_KIND
        ? Sentences.in(language).text("lookup.kind.unclear")
        : sentence(refused.sentence().chinese(), refused.sentence().english(), language);
  }

  private static String sentence(String chinese, String english, Language language) {
    return new Wording(chinese, english).in(language);
  }

  /** Latin names are written in capitals or not. */
  boolean isOf(PersonName registered) {
    return name.isAlike(registered);
  }

  @Override
  public String toString() {
    return "Inquiry";
  }
}
