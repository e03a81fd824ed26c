package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.answers.AnswerEntry;
import cn.zhixin.verification.answers.SharedAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cache that has the one entry which the walk wants it to have. */
final class OfferedEntries implements SharedAnswers {
  /** The certificate that is asked for at version 1, 2 and 3. */
  static final List<Certificate> CERTIFICATES = certificates();

  private @Nullable AnswerEntry offered;
  private @Nullable AnswerEntry put;

  private static List<Certificate> certificates() {
    FakeRegistry registry = new FakeRegistry();
    List<Certificate> all = new ArrayList<>();
    all.add(
        registry.issue(
            CertificateFixture.registered(ScriptedFeed.ASKED_FOR, "丛培元"),
            CertificateFixture.ISSUED_AT));
    for (CertificateEventKind kind :
        List.of(CertificateEventKind.SUSPENDED, CertificateEventKind.RESUMED)) {
      all.add(registry.change(ScriptedFeed.ASKED_FOR, kind, CertificateFixture.ISSUED_AT));
    }
    return all;
  }

  void offer(@Nullable AnswerEntry entry) {
    offered = entry;
  }

  AnswerEntry lastPut() {
    return Optional.ofNullable(put).orElseThrow();
  }

  @Override
  public Optional<AnswerEntry> find(VerificationCode code) {
    return Optional.ofNullable(offered);
  }

  @Override
  public void put(AnswerEntry entry) {
    put = entry;
  }

  @Override
  public void close() {}
}
