package cn.zhixin.certificate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The certificates of some persons, to find out what a result handed in for one of them means.
 * Complete for these persons, their titles and committees while their locks are held.
 */
final class KnownResults {
  private final Map<NaturalKey, Certificate> byKey = new HashMap<>();
  private final Map<HeldTitle, Certificate> standing = new HashMap<>();
  private final Function<VerificationCode, Optional<Certificate>> find;

  /**
   * @param find gives a certificate by code: a successor may belong to another person, when the
   *     document's number was corrected
   */
  KnownResults(
      Collection<Certificate> certificates,
      Function<VerificationCode, Optional<Certificate>> find) {
    this.find = find;
    certificates.forEach(this::add);
  }

  void add(Certificate certificate) {
    byKey.merge(NaturalKey.of(certificate.result()), certificate, KnownResults::preferred);
    if (stands(certificate)) {
      standing.merge(HeldTitle.of(certificate.result()), certificate, KnownResults::preferred);
    }
  }

  /**
   * What was issued tells more than what is still pending, a later edition more than an earlier.
   */
  private static Certificate preferred(Certificate one, Certificate other) {
    if (one.isIssued() != other.isIssued()) {
      return one.isIssued() ? one : other;
    }
    return one.edition() >= other.edition() ? one : other;
  }

  private static boolean stands(Certificate certificate) {
    return !certificate.isIssued()
        || switch (certificate.state()) {
          case VALID, SUSPENDED -> true;
          case SUPERSEDED, REVOKED, CANCELLED -> false;
        };
  }

  /** The certificate that stands for the result now, its last correction if it was corrected. */
  Optional<Certificate> same(TitleResult result) {
    return Optional.ofNullable(byKey.get(NaturalKey.of(result))).map(this::current);
  }

  /** One for the same title of the same person that is in force, or soon will be. */
  Optional<Certificate> conflicting(TitleResult result) {
    return Optional.ofNullable(standing.get(HeldTitle.of(result)));
  }

  private Certificate current(Certificate certificate) {
    Certificate current = certificate;
    for (VerificationCode next = current.successor(); next != null; next = current.successor()) {
      VerificationCode code = next;
      current =
          find.apply(code)
              .orElseThrow(() -> new IllegalStateException("no certificate " + code.value()));
    }
    return current;
  }
}
