package cn.zhixin.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** What {@link CmsVerifier} found, in the three ways of ETSI EN 319 102-1 §5.1.3. */
public sealed interface CmsOutcome {
  /**
   * The signature is sound and its signer trusted.
   *
   * @param time of the time stamp for B-T; for B-B the time that was asked about
   */
  record Passed(X509Certificate signer, SignatureLevel level, Instant time) implements CmsOutcome {}

  /** The signature is not sound. */
  record Failed(CmsFault fault) implements CmsOutcome {}

  /**
   * Neither can be said.
   *
   * @param stampedBy the authority that nobody trusts, as its certificate names it, where that is
   *     the gap: anybody can take any name
   */
  record CannotTell(CmsGap gap, Optional<String> stampedBy) implements CmsOutcome {
    static CannotTell of(CmsGap gap) {
      return new CannotTell(gap, Optional.empty());
    }
  }
}
