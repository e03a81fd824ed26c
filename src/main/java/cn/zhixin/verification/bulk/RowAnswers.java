package cn.zhixin.verification.bulk;

import cn.zhixin.catalogue.NameCheck;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.RegistryContradiction;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.guesses.Guesser;
import cn.zhixin.verification.guesses.IdentityGuesses;
import cn.zhixin.verification.receipts.CertificateSummary;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Answers rows as the certificate's own page would, and compares what the list says of a holder.
 */
final class RowAnswers {
  /** Digits of an identity number that are compared. */
  static final int END = 6;

  private final Answers answers;
  private final Certificates certificates;
  private final IdentityGuesses guesses;

  RowAnswers(Answers answers, Certificates certificates, IdentityGuesses guesses) {
    this.answers = answers;
    this.certificates = certificates;
    this.guesses = guesses;
  }

  AnsweredRow answer(OpenRow row, long organisation) {
    Answer answer = answers.answer(row.code());
    if (answer instanceof Answer.Found found) {
      CertificateFacts facts = found.entry().facts();
      return new AnsweredRow(
          row,
          facts.verdict(),
          answer.asOf(),
          CertificateSummary.of(facts),
          name(row.name(), facts.holderName()),
          identity(row, organisation));
    }
    boolean absent = answer instanceof Answer.NotFound;
    return new AnsweredRow(
        row,
        absent ? Verdict.NOT_FOUND : Verdict.UNCONFIRMED,
        answer.asOf(),
        null,
        row.name().isEmpty() ? null : Comparison.NOT_COMPARED,
        row.identityEnd().isEmpty() ? null : Comparison.NOT_COMPARED);
  }

  private static @Nullable Comparison name(String given, String holder) {
    if (given.isEmpty()) {
      return null;
    }
    boolean same =
        PersonName.checkAsked(given) instanceof NameCheck.Accepted accepted
            && accepted.name().isAlike(new PersonName(holder));
    return same ? Comparison.MATCHES : Comparison.DIFFERS;
  }

  /**
   * Six digits can be guessed: an organisation has few wrong tries for a code, one in each list.
   */
  private @Nullable Comparison identity(OpenRow row, long organisation) {
    if (row.identityEnd().isEmpty()) {
      return null;
    }
    if (!row.first() || row.identityEnd().length() != END) {
      return Comparison.NOT_COMPARED;
    }
    Guesser guesser = new Guesser.Employer(organisation, row.code());
    if (guesses.begin(guesser) instanceof Decision.Refused) {
      return Comparison.NOT_COMPARED;
    }
    Comparison comparison = compared(row);
    if (comparison != Comparison.DIFFERS) {
      guesses.giveBack(guesser);
    }
    return comparison;
  }

  private Comparison compared(OpenRow row) {
    try {
      return certificates
          .find(row.code())
          .map(certificate -> certificate.result().document().number())
          .map(number -> number.endsWith(row.identityEnd()))
          .map(same -> same ? Comparison.MATCHES : Comparison.DIFFERS)
          .orElse(Comparison.NOT_COMPARED);
    } catch (DataAccessException | RegistryContradiction e) {
      return Comparison.NOT_COMPARED;
    }
  }

  /**
   * The end of a number as people write it: any width and case. A spreadsheet that took six digits
   * for a number has lost a zero in front.
   */
  static String identityEnd(String typed) {
    String plain =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .replaceAll("[\\s'-]", "")
            .toUpperCase(Locale.ROOT);
    if (plain.matches("[0-9]{4,5}")) {
      return "0".repeat(END - plain.length()) + plain;
    }
    return plain.substring(Math.max(0, plain.length() - END));
  }
}
