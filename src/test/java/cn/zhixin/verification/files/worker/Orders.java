package cn.zhixin.verification.files.worker;

import cn.zhixin.document.reading.CopyBounds;
import cn.zhixin.signing.VerificationKey;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.SampleRing;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the tests' workers are told. */
final class Orders {
  static final int MAXIMUM = 4 << 20;

  private Orders() {}

  /** Trusting the demo's keys, the fixture's ledger, and these. */
  static WorkerOrders trusting(X509Certificate... more) {
    List<X509Certificate> anchors =
        new ArrayList<>(
            CertificateFixture.KEYS.verificationKeys().all().stream()
                .map(VerificationKey::certificate)
                .toList());
    anchors.addAll(List.of(more));
    return WorkerOrders.of(
        anchors,
        List.of(SampleRing.certificate("receipts.cer.pem")),
        List.of(EnteredCertificates.LEDGER.key().vkey()),
        new CopyBounds(20, 20_000_000),
        MAXIMUM);
  }

  static WorkerBounds bounds(int workers, int queue, Duration time) {
    return new WorkerBounds(workers, queue, time, 128, 50);
  }
}
