package cn.zhixin.certificate;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the registry, {@code zhixin.certificate.…}.
 *
 * @param numberPattern how certificate numbers are built. Changing it never changes a number that
 *     was given.
 * @param numberPatterns patterns of single committees, by the committee's number
 */
@ConfigurationProperties("zhixin.certificate")
public record CertificateProperties(
    @DefaultValue(NumberPattern.DEFAULT) String numberPattern,
    @DefaultValue Map<Integer, String> numberPatterns) {
  public CertificateProperties {
    numberPatterns = Map.copyOf(numberPatterns);
  }
}
