package cn.zhixin.certificate;

import cn.zhixin.catalogue.Committee;
import java.util.Map;

/**
 * The number pattern of each committee.
 *
 * @param usual of every committee without one of its own
 * @param own by the committee's number
 */
public record NumberPatterns(NumberPattern usual, Map<Integer, NumberPattern> own) {
  public NumberPatterns {
    own = Map.copyOf(own);
  }

  NumberPattern of(Committee committee) {
    return own.getOrDefault(committee.number(), usual);
  }

  /** A certificate's number as it is printed, in the groups of its committee's pattern. */
  public String grouped(Certificate certificate) {
    return of(certificate.result().committee()).grouped(certificate.number());
  }

  /** A number such as the result may get, to see how it looks; never given to anyone. */
  public CertificateNumber sample(TitleResult result) {
    return of(result.committee()).number(result, 1);
  }
}
