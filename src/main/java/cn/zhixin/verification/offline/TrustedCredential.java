package cn.zhixin.verification.offline;

import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.CredentialCodec;
import cn.zhixin.certificate.MalformedCredential;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.CoseOutcome;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.MalformedCose;
import cn.zhixin.signing.VerificationKey;
import cn.zhixin.signing.VerificationKeys;
import java.time.ZoneId;

/**
 * A credential that a trusted key signed within its validity.
 *
 * @param claims what it says
 */
record TrustedCredential(CredentialClaims claims, VerificationKey key) {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  static TrustedCredential verify(Bytes encoded, VerificationKeys keys) throws NotPassed {
    try {
      CoseOutcome outcome = CoseSign1.parse(encoded).verify(keys);
      if (outcome instanceof CoseOutcome.UnknownKey) {
        throw NotPassed.cannotTell(OfflineFault.UNKNOWN_KEY);
      }
      if (!(outcome instanceof CoseOutcome.Passed passed)) {
        throw NotPassed.notGenuine(OfflineFault.WRONG_SIGNATURE);
      }
      CredentialClaims claims = CredentialCodec.decode(passed.payload());
      if (!validOnDayOfIssue(passed.key(), claims)) {
        throw NotPassed.notGenuine(OfflineFault.OUTSIDE_KEY_VALIDITY);
      }
      return new TrustedCredential(claims, passed.key());
    } catch (MalformedCose | MalformedCredential e) {
      throw NotPassed.notGenuine(OfflineFault.MALFORMED_CREDENTIAL);
    }
  }

  /** At some moment of that day, by the issuers' calendar. */
  private static boolean validOnDayOfIssue(VerificationKey key, CredentialClaims claims) {
    var begin = claims.issuedOn().atStartOfDay(CHINA).toInstant();
    var end = claims.issuedOn().plusDays(1).atStartOfDay(CHINA).toInstant();
    return key.notBefore().isBefore(end) && !key.notAfter().isBefore(begin);
  }
}
