package cn.zhixin.verification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the public pages present themselves.
 *
 * @param siteName name of the site in Chinese, at the top of every page
 * @param siteNameEnglish the same in English
 * @param contact where readers turn to in doubt, such as a telephone number; empty for none
 * @param publicAddress scheme and host that the QR symbols lead to, such as {@code
 *     https://zc.example.cn}, without a path; empty for the address a request came to
 */
@PublicRole
@ConfigurationProperties("zhixin.verification")
public record VerificationProperties(
    @DefaultValue("职称证书查验") String siteName,
    @DefaultValue("Professional title verification") String siteNameEnglish,
    @DefaultValue("") String contact,
    @DefaultValue("") String publicAddress) {
  public String siteName(Language language) {
    return language == Language.ENGLISH ? siteNameEnglish : siteName;
  }
}
