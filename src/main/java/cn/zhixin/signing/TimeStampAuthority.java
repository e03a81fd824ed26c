package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

/**
 * Answers time-stamp queries (RFC 3161) with the machine's own clock: for the demo and for tests,
 * or where no other authority can be reached. Safe for use by several threads.
 */
public final class TimeStampAuthority {
  private static final int SERIAL_BITS = 128;
  private static final int ACCURACY_SECONDS = 1;

  private final SigningKey key;
  private final ASN1ObjectIdentifier policy;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key for {@link KeyPurpose#TIME_STAMP}
   * @param policy the object identifier in dots under which tokens are issued
   */
  public TimeStampAuthority(SigningKey key, String policy, InstantSource clock) {
    if (key.purpose() != KeyPurpose.TIME_STAMP) {
      throw new IllegalArgumentException("key " + key.id() + " is not for time stamps");
    }
    this.key = key;
    this.policy = new ASN1ObjectIdentifier(policy);
    this.clock = clock;
  }

  /**
   * DER of the TimeStampResp, a refusal among them: bad data, an unknown digest algorithm or
   * policy.
   *
   * @param query DER of the TimeStampReq
   */
  public Bytes respond(Bytes query) {
    try {
      TimeStampResponseGenerator responses =
          new TimeStampResponseGenerator(
              tokens(), Set.of(TSPAlgorithms.SHA256), Set.of(policy.getId()), Set.of());
      return Bytes.wrap(
          responses
              .generateGrantedResponse(
                  new TimeStampRequest(query.unsafeArray()), serial(), Date.from(clock.instant()))
              .getEncoded());
    } catch (TSPException | IOException refused) {
      return refusal();
    }
  }

  /** At random: unique for all practical purposes, and across restarts. */
  private BigInteger serial() {
    return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
  }

  private Bytes refusal() {
    try {
      return Bytes.wrap(
          new TimeStampResponseGenerator(tokens(), Set.of(TSPAlgorithms.SHA256))
              .generateFailResponse(
                  PKIStatus.REJECTION,
                  PKIFailureInfo.badDataFormat,
                  "not a query this authority answers")
              .getEncoded());
    } catch (TSPException | IOException e) {
      throw new IllegalStateException("not even a refusal can be written", e);
    }
  }

  private TimeStampTokenGenerator tokens() throws TSPException {
    try {
      DigestCalculatorProvider digests =
          new JcaDigestCalculatorProviderBuilder().setProvider(BouncyCastle.PROVIDER).build();
      SignerInfoGenerator signer =
          new SignerInfoGeneratorBuilder(digests)
              .setSignedAttributeGenerator(
                  new UntimedAttributes(new AttributeTable(new ASN1EncodableVector())))
              .build(
                  new DelegatingContentSigner(key.newSigner()::der),
                  new JcaX509CertificateHolder(key.certificate()));
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              signer,
              digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
              policy,
              true);
      tokens.setAccuracySeconds(ACCURACY_SECONDS);
      tokens.addCertificates(new CollectionStore<>(withoutRoot()));
      return tokens;
    } catch (OperatorCreationException | CertificateEncodingException e) {
      throw new IllegalStateException("the time-stamp key cannot be used", e);
    }
  }

  private List<X509CertificateHolder> withoutRoot() throws CertificateEncodingException {
    List<X509CertificateHolder> all = new ArrayList<>();
    for (X509Certificate each : key.chain()) {
      if (!CertificateChain.isRoot(each)) {
        all.add(new JcaX509CertificateHolder(each));
      }
    }
    return all;
  }
}
