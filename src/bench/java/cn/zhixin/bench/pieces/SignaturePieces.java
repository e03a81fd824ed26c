package cn.zhixin.bench.pieces;

import cn.zhixin.bench.BenchmarkKey;
import cn.zhixin.bench.CertificateIssuing;
import cn.zhixin.bench.CertificateSets;
import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.bench.CertificateSets.Kind;
import cn.zhixin.bench.ContestLayout;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.signing.CmsSigner;
import cn.zhixin.signing.CoseOutcome;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.SigningKey;
import cn.zhixin.signing.VerificationKeys;
import cn.zhixin.verification.CertificateFixture;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Signatures with P-256 by Bouncy Castle, and the check of one. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures
public class SignaturePieces {
  private final Entry entry = CertificateSets.some(Kind.ORDINARY).get(0);
  private final SigningKey key = CertificateFixture.KEYS.signingKey(KeyPurpose.ISSUING);
  private final CmsSigner signer = new DocumentSigning(CertificateFixture.KEYS, null).newSigner();
  private final VerificationKeys keys = VerificationKeys.of(List.of(key.certificate()));

  private BenchmarkKey generator;
  private Bytes credential;
  private byte[] file;
  private Digest digest;

  @Setup
  public void prepare() throws Exception {
    generator = BenchmarkKey.open("BC");
    credential = CoseSign1.sign(entry.claims(), key).encoded();
    file = new CertificateIssuing(ContestLayout.compile(), "BC").issue(entry).pdf().toArray();
    digest = Digest.of(file);
  }

  /** COSE_Sign1 of the claims: what the QR says. */
  @Benchmark
  public Object credentialSigned() {
    return CoseSign1.sign(entry.claims(), key).encoded();
  }

  /** The same read and verified. */
  @Benchmark
  public Object credentialVerified() throws Exception {
    CoseOutcome outcome = CoseSign1.parse(credential).verify(keys);
    if (!(outcome instanceof CoseOutcome.Passed)) {
      throw new IllegalStateException("the sample does not verify");
    }
    return outcome;
  }

  /** CMS of the PDF's signature, filled into what was prepared for the key. */
  @Benchmark
  public Object cmsFilled() {
    return signer.sign(digest);
  }

  /** The same by Bouncy Castle's generator, which also hashes the file. */
  @Benchmark
  public Object cmsGenerated() throws Exception {
    return generator.cms(file);
  }
}
