package cn.zhixin.bench.pieces;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.SampleRing;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.SampleEntry;
import cn.zhixin.verification.front.ReadyAnswer;
import cn.zhixin.verification.offline.IssuedFiles;
import cn.zhixin.verification.offline.OfflineFinding;
import cn.zhixin.verification.offline.OfflineVerifier;
import cn.zhixin.verification.offline.TrustedLedgers;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What whoever has a certificate asks for. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures
public class VerificationPieces {
  private final Certificate certificate = CertificateFixture.registered(PublicSite.VALID, "丛培元");
  private final OfflineVerifier verifier =
      new OfflineVerifier(
          TrustAnchors.of(List.of(SampleRing.certificate("root.cer.pem"))),
          TrustedLedgers.of(List.of(EnteredCertificates.LEDGER.key()), List.of(), 0),
          () -> CertificateFixture.ISSUED_AT);
  private final ReadyAnswer answer =
      new ReadyAnswer(
          new Answer.Found(
              SampleEntry.of(new FakeRegistry().issue(certificate, CertificateFixture.ISSUED_AT)),
              CertificateFixture.ISSUED_AT));

  private Bytes file;

  @Setup
  public void prepare() throws Exception {
    file = new IssuedFiles().file(certificate);
  }

  /** A file: its form, both signatures, QR and text against the claims, its place in the ledger. */
  @Benchmark
  public Object fileVerified() {
    OfflineFinding finding = verifier.verifyPdf(file);
    if (!(finding instanceof OfflineFinding.Genuine)) {
      throw new IllegalStateException("the sample does not verify");
    }
    return finding;
  }

  /** An answer over HTTP from memory: head and body in a buffer for the socket. */
  @Benchmark
  public int answerFromMemory() {
    return answer.respond();
  }
}
