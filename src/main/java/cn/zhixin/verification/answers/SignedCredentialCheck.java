package cn.zhixin.verification.answers;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.CredentialCodec;
import cn.zhixin.certificate.MalformedCredential;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.signing.CoseOutcome;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.MalformedCose;
import cn.zhixin.signing.VerificationKey;
import cn.zhixin.signing.VerificationKeys;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Takes a credential for genuine if a known key signed it, that key was valid when the certificate
 * was made, and its claims are the registry's fields.
 */
public final class SignedCredentialCheck implements CredentialCheck {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final VerificationKeys keys;

  public SignedCredentialCheck(VerificationKeys keys) {
    this.keys = keys;
  }

  @Override
  public CredentialFinding check(Certificate certificate) {
    try {
      CoseOutcome outcome = CoseSign1.parse(certificate.credential()).verify(keys);
      return outcome instanceof CoseOutcome.Passed passed
          ? signed(certificate, passed)
          : doubtful(outcome);
    } catch (MalformedCose | MalformedCredential e) {
      return new CredentialFinding.Doubtful("it cannot be read: " + e.getMessage());
    }
  }

  private static CredentialFinding doubtful(CoseOutcome outcome) {
    return new CredentialFinding.Doubtful(
        outcome instanceof CoseOutcome.UnknownKey unknown
            ? "key " + unknown.id() + " is not known here"
            : "the signature does not verify");
  }

  private static CredentialFinding signed(Certificate certificate, CoseOutcome.Passed passed)
      throws MalformedCredential {
    VerificationKey key = passed.key();
    if (!validBetween(key, dayOfIssue(certificate), certificate.events().get(0).at())) {
      return new CredentialFinding.Doubtful(
          "key " + key.id() + " was not valid when the certificate was made");
    }
    if (!CredentialCodec.decode(passed.payload()).equals(registered(certificate))) {
      return new CredentialFinding.Doubtful("the registry's fields are not those that were signed");
    }
    return new CredentialFinding.Genuine(
        new SigningKeyFacts(key.id().toString(), key.notBefore(), key.notAfter()),
        DecimalDigits.encode(certificate.credential()));
  }

  private static Instant dayOfIssue(Certificate certificate) {
    return certificate.issuedOn().atStartOfDay(CHINA).toInstant();
  }

  /** The credential was signed at some moment from the day of issue to the release. */
  private static boolean validBetween(VerificationKey key, Instant earliest, Instant latest) {
    return !key.notBefore().isAfter(latest) && !key.notAfter().isBefore(earliest);
  }

  private static CredentialClaims registered(Certificate certificate) {
    TitleResult result = certificate.result();
    return new CredentialClaims(
        certificate.number(),
        result.name().value(),
        Integer.parseInt(result.title().code()),
        result.title().level().code(),
        result.specialty(),
        result.committee().number(),
        result.committee().issuer().number(),
        result.acquiredOn(),
        certificate.issuedOn());
  }
}
