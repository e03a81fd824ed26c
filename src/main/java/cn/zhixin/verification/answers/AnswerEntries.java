package cn.zhixin.verification.answers;

import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.Level;
import cn.zhixin.catalogue.Title;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.Wording;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the ready-made answer of a certificate whose credential verifies. */
public final class AnswerEntries {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerEntries.class);

  private final CredentialCheck credentials;
  private final NumberPatterns numbers;

  public AnswerEntries(CredentialCheck credentials, NumberPatterns numbers) {
    this.numbers = numbers;
    this.credentials = credentials;
  }

  /**
   * @param history the database's, as it was known before the certificate was read
   * @param certificate one that is issued
   * @return empty if its credential does not verify or contradicts the registry: then nothing can
   *     be confirmed of it, and the log raises the alarm
   */
  Optional<AnswerEntry> of(long history, Certificate certificate) {
    CredentialFinding finding = credentials.check(certificate);
    if (finding instanceof CredentialFinding.Genuine genuine) {
      return Optional.of(AnswerEntry.of(history, certificate.code(), facts(certificate, genuine)));
    }
    if (finding instanceof CredentialFinding.Doubtful doubtful) {
      LOG.error(
          "ALARM: the stored credential of certificate {} is not what its issuer signed: {}",
          certificate.number(),
          doubtful.reason());
    }
    return Optional.empty();
  }

  private CertificateFacts facts(Certificate certificate, CredentialFinding.Genuine genuine) {
    TitleResult result = certificate.result();
    Title title = result.title();
    Level level = title.level();
    Committee committee = result.committee();
    VerificationCode successor = certificate.successor();
    return new CertificateFacts(
        Verdict.of(certificate.state()),
        certificate.version(),
        certificate.code().value(),
        certificate.number().value(),
        numbers.grouped(certificate),
        result.name().value(),
        new Wording(title.name(), title.englishName()),
        new Wording(level.chinese(), level.english()),
        new Wording(title.series().name(), title.series().englishName()),
        result.specialty(),
        committee.name(),
        result.acquiredOn(),
        new Wording(result.method().chinese(), result.method().english()),
        new Wording(committee.issuer().name(), committee.issuer().englishName()),
        certificate.issuedOn(),
        certificate.events().get(0).at(),
        certificate.changedAt(),
        Objects.requireNonNull(certificate.ledgerPlace(), "issued and not in the ledger"),
        successor == null ? null : successor.value(),
        genuine.digits(),
        genuine.key(),
        certificate.events().stream().map(StateSince::of).toList());
  }
}
