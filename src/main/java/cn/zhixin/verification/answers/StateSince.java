package cn.zhixin.verification.answers;

import cn.zhixin.certificate.CertificateEvent;
import cn.zhixin.verification.Verdict;
import java.time.Instant;

/** A state that a certificate came into, and when. */
public record StateSince(Verdict verdict, Instant at) {
  static StateSince of(CertificateEvent event) {
    Verdict verdict =
        switch (event.kind()) {
          case ISSUED, RESUMED -> Verdict.VALID;
          case SUSPENDED -> Verdict.SUSPENDED;
          case SUPERSEDED -> Verdict.SUPERSEDED;
          case REVOKED -> Verdict.REVOKED;
          case CANCELLED -> Verdict.CANCELLED;
        };
    return new StateSince(verdict, event.at());
  }
}
