package cn.zhixin.issuance.cli;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEvent;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.ChangeOutcome;
import cn.zhixin.certificate.VerificationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of a change of state, in words. */
final class ChangeWords {
  private final Texts texts;
  private final CertificateEventKind kind;

  ChangeWords(Texts texts, CertificateEventKind kind) {
    this.texts = texts;
    this.kind = kind;
  }

  /**
   * @param reason given with this change
   * @param ground given with this change
   */
  List<String> of(ChangeOutcome outcome, VerificationCode code, String reason, String ground) {
    if (outcome instanceof ChangeOutcome.Changed changed) {
      return List.of(
          texts.say(
              "certificate.changed", changed.certificate().code().grouped(), word("verb.", kind)));
    }
    if (outcome instanceof ChangeOutcome.Unchanged unchanged) {
      return unchanged(unchanged.certificate(), reason, ground);
    }
    return outcome instanceof ChangeOutcome.Refused refused
        ? refused(refused)
        : List.of(texts.say("certificate.unknown", code.grouped()));
  }

  /** The ground that stands is the first one: what was given now is not filed. */
  private List<String> unchanged(Certificate standing, String reason, String ground) {
    CertificateEvent last = standing.events().get(standing.events().size() - 1);
    if (kind == CertificateEventKind.RESUMED && last.kind() != kind) {
      return List.of(texts.say("certificate.neverSuspended", standing.code().grouped()));
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        texts.say("certificate.unchanged", standing.code().grouped(), word("verb.", kind)));
    if (last.ground() != null && !(ground.equals(last.ground()) && reason.equals(last.reason()))) {
      sentences.add(texts.say("certificate.firstGround", last.ground()));
    }
    return sentences;
  }

  private List<String> refused(ChangeOutcome.Refused refused) {
    Certificate standing = refused.certificate();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        texts.say(
            "certificate.refused",
            standing.code().grouped(),
            word("state.", refused.from()),
            word("deed.", kind)));
    if (standing.successor() != null) {
      sentences.add(texts.say("certificate.successor", standing.successor().grouped()));
    }
    return sentences;
  }

  private String word(String prefix, Enum<?> name) {
    return texts.say(prefix + name.name().toLowerCase(Locale.ROOT));
  }
}
