package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/** One verification of {@link CmsVerifier}: the steps in their order, the first fault ends it. */
final class CmsCheck {
  /** Of a SignedData over id-data, and of a signer named by issuer and serial number. */
  private static final int VERSION = 1;

  /** Content type, message digest and signing certificate: the baseline's without options. */
  private static final int SIGNED_ATTRIBUTES = 3;

  private static final AlgorithmIdentifier SHA_256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
  private static final AlgorithmIdentifier ECDSA =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

  private final byte[] encoded;
  private final int left;
  private final CMSSignedData cms;
  private final Collection<X509CertificateHolder> certificates;
  private final Map<X509CertificateHolder, CertificateMemory.Known> decoded =
      new IdentityHashMap<>();
  private final Digest byteRanges;
  private final TrustAnchors anchors;

  /**
   * @param left bytes behind the CMS in its place
   */
  CmsCheck(byte[] encoded, int left, Digest byteRanges, TrustAnchors anchors) throws CMSException {
    this.encoded = encoded;
    this.left = left;
    this.cms = new CMSSignedData(encoded);
    this.certificates = cms.getCertificates().getMatches(null);
    this.byteRanges = byteRanges;
    this.anchors = anchors;
  }

  /**
   * Whether it is as others that passed {@link #run} but for digest and signature, and sound now;
   * empty if that is to be found in full.
   */
  static Optional<CmsOutcome> ofKnownForm(
      byte[] encoded, int left, Digest byteRanges, TrustAnchors anchors, Instant at) {
    if (left >= TimeStampAttribute.MAXIMUM_SIZE) {
      return Optional.empty();
    }
    return anchors.memory().skeletons().stream()
        .filter(skeleton -> skeleton.isOf(encoded, byteRanges))
        .filter(
            skeleton ->
                CertificateChain.check(skeleton.signer(), skeleton.certificates(), anchors, at)
                    == CertificateChain.Outcome.PASSED)
        .<CmsOutcome>map(
            skeleton -> new CmsOutcome.Passed(skeleton.signer(), SignatureLevel.B_B, at))
        .findFirst();
  }

  CmsOutcome run(Instant at) throws CMSException, IOException, GeneralSecurityException {
    if (cms.getSignerInfos().size() != 1) {
      return failed(CmsFault.NOT_ONE_SIGNER);
    }
    if (!cms.isDetachedSignature()) {
      return failed(CmsFault.CONTENT_ATTACHED);
    }
    SignerInformation signer = cms.getSignerInfos().iterator().next();
    if (cms.getVersion() != VERSION || signer.getVersion() != VERSION) {
      return failed(CmsFault.MALFORMED);
    }
    Optional<CmsFault> attributes = checkAttributes(signer.getSignedAttributes());
    if (attributes.isPresent()) {
      return failed(attributes.get());
    }
    Optional<X509CertificateHolder> holder = find(signer);
    if (holder.isEmpty()) {
      return failed(CmsFault.NO_SIGNER_CERTIFICATE);
    }
    CertificateMemory.Known known = decoded(holder.get());
    if (!SigningCertificateAttribute.names(
        signer.getSignedAttributes(), holder.get(), known.digest())) {
      return failed(CmsFault.SIGNING_CERTIFICATE_MISMATCH);
    }
    return checkSigner(signer, holder.get(), known, at);
  }

  private Optional<CmsFault> checkAttributes(@Nullable AttributeTable attributes) {
    boolean typed =
        attributes != null
            && cms.getSignedContentTypeOID().equals(CMSObjectIdentifiers.data.getId())
            && SigningCertificateAttribute.single(attributes, CMSAttributes.contentType)
                .filter(CMSObjectIdentifiers.data::equals)
                .isPresent();
    if (!typed || attributes == null) {
      return Optional.of(CmsFault.WRONG_CONTENT_TYPE);
    }
    byte[] expected = byteRanges.value().unsafeArray();
    boolean same =
        SigningCertificateAttribute.single(attributes, CMSAttributes.messageDigest)
            .map(value -> ASN1OctetString.getInstance(value).getOctets())
            .filter(found -> Arrays.equals(found, expected))
            .isPresent();
    return same ? Optional.empty() : Optional.of(CmsFault.WRONG_MESSAGE_DIGEST);
  }

  private CmsOutcome checkSigner(
      SignerInformation signer,
      X509CertificateHolder holder,
      CertificateMemory.Known known,
      Instant at)
      throws CMSException, IOException, GeneralSecurityException {
    X509Certificate certificate = known.certificate();
    boolean supported =
        signer.getDigestAlgOID().equals(NISTObjectIdentifiers.id_sha256.getId())
            && signer.getEncryptionAlgOID().equals(X9ObjectIdentifiers.ecdsa_with_SHA256.getId());
    Optional<PublicKey> key = supported ? known.p256() : Optional.empty();
    if (key.isEmpty()) {
      return CmsOutcome.CannotTell.of(CmsGap.UNSUPPORTED_ALGORITHM);
    }
    byte[] signed = signer.getEncodedSignedAttributes();
    if (!EcdsaP256.verifyDer(key.get(), signed, signer.getSignature())) {
      return failed(CmsFault.WRONG_SIGNATURE);
    }
    boolean[] usage = certificate.getKeyUsage();
    boolean allowed = usage == null || usage[0] || usage[1];
    if (!allowed || KeyPurpose.isForTimeStamps(certificate)) {
      return failed(CmsFault.WRONG_KEY_USAGE);
    }
    SignatureTime time = SignatureTime.of(signer, anchors, at);
    if (time.fault().isPresent()) {
      return failed(time.fault().get());
    }
    return checkChain(signer, holder, certificate, time);
  }

  private CmsOutcome checkChain(
      SignerInformation signer,
      X509CertificateHolder holder,
      X509Certificate certificate,
      SignatureTime time)
      throws IOException, GeneralSecurityException {
    List<X509Certificate> embedded = embedded();
    return switch (CertificateChain.check(certificate, embedded, anchors, time.time())) {
      case PASSED -> {
        Optional<CmsFault> fault =
            checkForm(signer, new CmsForm(cms, holder, certificate, embedded), time.stamp());
        if (fault.isPresent()) {
          yield failed(fault.get());
        }
        if (time.unknownAuthority().isPresent()) {
          yield new CmsOutcome.CannotTell(
              CmsGap.UNKNOWN_TIME_STAMP_AUTHORITY, time.unknownAuthority());
        }
        if (time.stamp().isEmpty()) {
          decoded(holder)
              .p256()
              .flatMap(key -> CmsSkeleton.of(encoded, byteRanges, certificate, key, embedded))
              .ifPresent(anchors.memory()::remember);
        }
        yield new CmsOutcome.Passed(certificate, time.level(), time.time());
      }
      case OUTSIDE_VALIDITY -> failed(CmsFault.OUTSIDE_VALIDITY);
      case INVALID -> failed(CmsFault.CHAIN_INVALID);
      case NO_ANCHOR -> CmsOutcome.CannotTell.of(CmsGap.UNKNOWN_ISSUER);
    };
  }

  /** Whether all is as the signer left it, also where the signature covers nothing. */
  private Optional<CmsFault> checkForm(
      SignerInformation signer, CmsForm form, Optional<Bytes> stamp)
      throws IOException, GeneralSecurityException {
    if (signer.getSignedAttributes().size() != SIGNED_ATTRIBUTES) {
      return Optional.of(CmsFault.OTHER_SIGNED_ATTRIBUTES);
    }
    Optional<CmsFault> added = form.added(stamp.isPresent() ? 1 : 0, anchors.memory());
    if (added.isPresent()) {
      return added;
    }
    if (form.carriesRoot()) {
      return Optional.of(CmsFault.CERTIFICATES_ADDED);
    }
    if (stamp.isEmpty() && left >= TimeStampAttribute.MAXIMUM_SIZE) {
      return Optional.of(CmsFault.TIME_STAMP_REMOVED);
    }
    SignerInfo info = signer.toASN1Structure();
    boolean same =
        info.getDigestAlgorithm().equals(SHA_256)
            && info.getDigestEncryptionAlgorithm().equals(ECDSA)
            && Arrays.equals(encoded, form.encoded(stamp));
    return same ? Optional.empty() : Optional.of(CmsFault.NOT_AS_WRITTEN);
  }

  private Optional<X509CertificateHolder> find(SignerInformation signer) {
    return certificates.stream()
        .filter(signer.getSID()::match)
        .filter(holder -> isNamedExactly(signer, holder))
        .findFirst();
  }

  /** Byte for byte: {@code match} takes names in other cases for the same. */
  private static boolean isNamedExactly(SignerInformation signer, X509CertificateHolder holder) {
    try {
      byte[] found = signer.toASN1Structure().getSID().getEncoded(ASN1Encoding.DER);
      byte[] exact =
          new IssuerAndSerialNumber(holder.toASN1Structure()).getEncoded(ASN1Encoding.DER);
      return Arrays.equals(found, exact);
    } catch (IOException e) {
      return false;
    }
  }

  private List<X509Certificate> embedded() throws GeneralSecurityException, IOException {
    List<X509Certificate> all = new ArrayList<>();
    for (X509CertificateHolder holder : certificates) {
      all.add(decoded(holder).certificate());
    }
    return all;
  }

  private CertificateMemory.Known decoded(X509CertificateHolder holder)
      throws GeneralSecurityException, IOException {
    CertificateMemory.Known known = decoded.get(holder);
    if (known == null) {
      known = anchors.memory().of(holder);
      decoded.put(holder, known);
    }
    return known;
  }

  private static CmsOutcome failed(CmsFault fault) {
    return new CmsOutcome.Failed(fault);
  }
}
