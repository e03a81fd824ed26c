package cn.zhixin.verification.files;

import cn.zhixin.certificate.VerificationCode;
import java.util.stream.Stream;

/** Where a QR symbol leads. */
sealed interface CarriedCode {
  /** To a certificate on our site. */
  record Ours(VerificationCode code) implements CarriedCode {
    Stream<VerificationCode> stream() {
      return Stream.of(code);
    }
  }

  /** To another site. */
  record Elsewhere(String host) implements CarriedCode {
    Stream<String> stream() {
      return Stream.of(host);
    }
  }

  /** Nowhere: a text, or a mistyped address of ours. */
  record Nothing() implements CarriedCode {}
}
