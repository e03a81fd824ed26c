package cn.zhixin.verification.lookup;

import cn.zhixin.certificate.Certificate;
import java.time.Instant;
import java.util.List;

/** What an inquiry came to. */
sealed interface Finding {
  /** As of when it holds. */
  Instant asOf();

  /**
   * @param certificates issued to that person, the latest first; none where there are none, or no
   *     such person
   */
  record Known(List<Certificate> certificates, Instant asOf) implements Finding {
    public Known {
      certificates = List.copyOf(certificates);
    }
  }

  /** The registry could not be read. */
  record Unconfirmed(Instant asOf) implements Finding {}
}
