package cn.zhixin.issuance;

import cn.zhixin.catalogue.Issuer;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.TitleResult;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A certificate's facts as the texts of a template's slots, in Chinese and English. */
final class CertificateTexts {
  private static final DateTimeFormatter CHINESE_DAY =
      DateTimeFormatter.ofPattern("yyyy年MM月dd日", Locale.CHINA);
  private static final DateTimeFormatter CHINESE_MONTH =
      DateTimeFormatter.ofPattern("yyyy年MM月", Locale.CHINA);
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private CertificateTexts() {}

  /**
   * @param groupedNumber the number as it is printed
   * @param lookUpAddress the host and path that people can type, printed under the code
   */
  static Map<String, String> of(
      Certificate certificate, String groupedNumber, String lookUpAddress) {
    TitleResult result = certificate.result();
    Issuer issuer = result.committee().issuer();
    LocalDate birth = result.birthDate();
    String approval = result.approvalDocument();
    Map<String, String> texts = new HashMap<>();
    texts.put("holderName", result.name().value());
    texts.put("sex", result.sex().chinese());
    texts.put("sexEnglish", result.sex().english());
    texts.put("birthMonth", birth == null ? "" : CHINESE_MONTH.format(birth));
    texts.put("identityNumber", result.document().number());
    texts.put("employer", result.employer());
    texts.put("series", result.title().series().name());
    texts.put("seriesEnglish", result.title().series().englishName());
    texts.put("specialty", result.specialty());
    texts.put("title", result.title().name());
    texts.put("titleEnglish", result.title().englishName());
    texts.put("level", result.title().level().chinese());
    texts.put("levelEnglish", result.title().level().english());
    texts.put("method", result.method().chinese());
    texts.put("methodEnglish", result.method().english());
    texts.put("acquiredOn", CHINESE_DAY.format(result.acquiredOn()));
    texts.put("acquiredOnEnglish", ENGLISH_DAY.format(result.acquiredOn()));
    texts.put("committee", result.committee().name());
    texts.put("approvalDocument", approval == null ? "" : approval);
    texts.put("number", groupedNumber);
    texts.put("issuer", issuer.name());
    texts.put("issuerEnglish", issuer.englishName());
    texts.put("issuedOn", CHINESE_DAY.format(certificate.issuedOn()));
    texts.put("issuedOnEnglish", ENGLISH_DAY.format(certificate.issuedOn()));
    texts.put("code", certificate.code().grouped());
    texts.put("address", lookUpAddress);
    return texts;
  }
}
