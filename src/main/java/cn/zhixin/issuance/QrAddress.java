package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.QrText;
import cn.zhixin.encoding.DecimalDigits;
import java.net.URI;
import java.util.Locale;

/**
 * The address that stands in every QR symbol: {@code https://host/v/CODE#digits}.
 *
 * <p>All in lower case: several Android cameras take {@code HTTPS://} for text.
 */
final class QrAddress {
  private final URI service;

  /**
   * @param service scheme and host (and port) of the public service, without a path
   * @throws IllegalArgumentException if a phone's camera would not open it
   */
  QrAddress(URI service) {
    String text = service.toString();
    boolean web = "https".equals(service.getScheme()) || "http".equals(service.getScheme());
    if (!web || service.getHost() == null || !text.equals(text.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "zhixin.public-address must be like https://zc.example.gov.cn, in lower case, not "
              + (text.isEmpty() ? "empty" : text));
    }
    if (!service.getRawPath().isEmpty()
        || service.getRawQuery() != null
        || service.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "zhixin.public-address must end with the host or port, not " + text);
    }
    this.service = service;
  }

  String pageOf(VerificationCode code) {
    return service + "/v/" + code.value();
  }

  /** Host and port as people type them. */
  String typed() {
    return service.getRawAuthority();
  }

  QrText textOf(Certificate certificate) {
    return new QrText(
        service + "/v/",
        certificate.code().value(),
        DecimalDigits.encode(certificate.credential()));
  }
}
