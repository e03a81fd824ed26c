package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.QrText;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.encoding.WrongValue;
import java.net.URI;
import java.net.URISyntaxException;
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
      throw refusal(text);
    }
    if (!service.getRawPath().isEmpty()
        || service.getRawQuery() != null
        || service.getRawFragment() != null) {
      throw new IllegalArgumentException(
          String.format(
              "zhixin.public-address 应以主机名或端口结尾，现在是“%s”；请去掉后面的部分 /"
                  + " zhixin.public-address must end with the host or port, not “%s”: leave out what"
                  + " follows",
              text, text));
    }
    this.service = service;
  }

  /** The same of what somebody wrote, which may be no address at all. */
  static QrAddress of(String written) {
    try {
      return new QrAddress(new URI(written));
    } catch (URISyntaxException e) {
      throw refusal(written);
    }
  }

  private static IllegalArgumentException refusal(String written) {
    return new IllegalArgumentException(
        WrongValue.of(
            "zhixin.public-address",
            "应为 https://zc.example.gov.cn 这样的网址，全用小写",
            "is like https://zc.example.gov.cn, in lower case",
            written));
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
