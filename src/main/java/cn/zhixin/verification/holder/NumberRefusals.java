package cn.zhixin.verification.holder;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.door.Refusals;
import cn.zhixin.verification.guesses.Guesser;
import cn.zhixin.verification.web.Dates;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Says that numbers are not compared for now, until when, and what can be done meanwhile. */
@PublicRole
@Component
class NumberRefusals {
  private final Clock clock;

  NumberRefusals(Clock clock) {
    this.clock = clock;
  }

  String sentence(HolderMatch.TooOften often, Language language) {
    String again = new Dates(language).minute(Refusals.again(often.refused(), clock.instant()));
    String key =
        often.guesser() instanceof Guesser.Employer
            ? "holder.TOOOFTEN.employer"
            : "holder.TOOOFTEN.text";
    return Sentences.in(language).text(key, again);
  }
}
