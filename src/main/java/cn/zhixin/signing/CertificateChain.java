package cn.zhixin.signing;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way from a signer's certificate up to one that is trusted (RFC 5280 §6.1). */
final class CertificateChain {
  enum Outcome {
    PASSED,
    OUTSIDE_VALIDITY,
    INVALID,
    NO_ANCHOR
  }

  private static final int MAX_LENGTH = 5;

  private final List<X509Certificate> path = new ArrayList<>();
  private final TrustAnchors anchors;
  private final Collection<X509Certificate> embedded;

  private CertificateChain(TrustAnchors anchors, Collection<X509Certificate> embedded) {
    this.anchors = anchors;
    this.embedded = embedded;
  }

  /**
   * Revocation is not asked about here.
   *
   * @param embedded certificates that came with the signature, in any order, trusted for nothing
   */
  static Outcome check(
      X509Certificate signer,
      Collection<X509Certificate> embedded,
      TrustAnchors anchors,
      Instant at) {
    CertificateMemory.Validity known = anchors.memory().soundPath(signer, embedded);
    if (known != null) {
      return known.contains(at) ? Outcome.PASSED : Outcome.OUTSIDE_VALIDITY;
    }
    return new CertificateChain(anchors, embedded).check(signer, at);
  }

  /**
   * Whether these certificates are the signer's and those above it, each of which certified the one
   * before: none is there twice, none stands apart. Where the path ends is not asked.
   */
  static boolean isOnePath(X509Certificate signer, List<X509Certificate> certificates) {
    Set<X509Certificate> rest = new HashSet<>(certificates);
    boolean whole =
        certificates.size() <= MAX_LENGTH
            && rest.size() == certificates.size()
            && rest.remove(signer);
    X509Certificate current = signer;
    while (whole && !rest.isEmpty()) {
      X509Certificate below = current;
      Optional<X509Certificate> issuer =
          rest.stream().filter(each -> isIssuedBy(below, each)).findFirst();
      whole = issuer.isPresent();
      current = issuer.orElse(below);
      rest.remove(current);
    }
    return whole;
  }

  /** Whether it names itself as its issuer. */
  static boolean isRoot(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private Outcome check(X509Certificate signer, Instant at) {
    X509Certificate current = signer;
    while (!anchors.contains(current)) {
      path.add(current);
      Optional<X509Certificate> issuer = issuerOf(current);
      if (issuer.isEmpty() || path.size() > MAX_LENGTH) {
        return Outcome.NO_ANCHOR;
      }
      current = issuer.get();
    }
    X509Certificate anchor = current;
    CertificateMemory.Validity validity =
        CertificateMemory.Validity.of(Stream.concat(path.stream(), Stream.of(anchor)).toList());
    if (!validity.contains(at)) {
      return Outcome.OUTSIDE_VALIDITY;
    }
    if (!path.isEmpty() && !isSound(anchor, at)) {
      return Outcome.INVALID;
    }
    anchors.memory().addSoundPath(signer, embedded, validity);
    return Outcome.PASSED;
  }

  private Optional<X509Certificate> issuerOf(X509Certificate certificate) {
    return Stream.concat(anchors.certificates().stream(), embedded.stream())
        .filter(each -> !path.contains(each) && isIssuedBy(certificate, each))
        .findFirst();
  }

  private boolean isSound(X509Certificate anchor, Instant at) {
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertificateFactory factory = CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
      CertPathValidator.getInstance("PKIX", BouncyCastle.PROVIDER)
          .validate(factory.generateCertPath(path), parameters);
      return true;
    } catch (GeneralSecurityException notSound) {
      return false;
    }
  }

  private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
    if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return false;
    }
    @Nullable PublicKey key = issuer.getPublicKey();
    if (key == null) {
      // one that cannot be read
      return false;
    }
    try {
      certificate.verify(key, BouncyCastle.PROVIDER);
      return true;
    } catch (GeneralSecurityException anotherKey) {
      return false;
    }
  }
}
