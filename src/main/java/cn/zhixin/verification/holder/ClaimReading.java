package cn.zhixin.verification.holder;

import cn.zhixin.catalogue.NameCheck;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Wording;
import cn.zhixin.verification.web.ProblemKind;
import java.util.Optional;

/**
 * What a visitor's typing came to: a claim, or a sentence that says what is wrong with its form.
 */
sealed interface ClaimReading {
  record Claim(HolderClaim claim) implements ClaimReading {}

  /**
   * @param sentence names no more of what was typed than one character
   */
  record Refused(ProblemKind kind, String sentence) implements ClaimReading {}

  /**
   * @param name empty for none
   * @param tail empty for none
   */
  static ClaimReading of(String name, String tail, Language language) {
    Sentences sentences = Sentences.in(language);
    boolean named = !name.isBlank();
    boolean numbered = !tail.isBlank();
    if (!named && !numbered) {
      return new Refused(ProblemKind.MALFORMED_NAME, sentences.text("holder.nothing"));
    }
    Optional<IdentityTail> identity = IdentityTail.read(tail);
    if (numbered && identity.isEmpty()) {
      return new Refused(ProblemKind.MALFORMED_IDENTITY, sentences.text("holder.tail.wrong"));
    }
    if (!named) {
      return new Claim(new HolderClaim(null, identity.orElseThrow()));
    }
    NameCheck check = PersonName.checkAsked(name);
    if (check instanceof NameCheck.Refused refused) {
      Wording wording = new Wording(refused.sentence().chinese(), refused.sentence().english());
      return new Refused(ProblemKind.MALFORMED_NAME, wording.in(language));
    }
    PersonName person = ((NameCheck.Accepted) check).name();
    return new Claim(new HolderClaim(person, identity.orElse(null)));
  }
}
