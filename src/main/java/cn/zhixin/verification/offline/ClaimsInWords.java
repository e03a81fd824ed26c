package cn.zhixin.verification.offline;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.verification.Language;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A credential's claims with the names that the catalogue has for its codes; a code it does not
 * know is shown as it is.
 */
public final class ClaimsInWords {
  private final Catalogue catalogue;
  private final boolean english;

  public ClaimsInWords(Catalogue catalogue, Language language) {
    this.catalogue = catalogue;
    this.english = language == Language.ENGLISH;
  }

  /** By the names that the public API gives them, in the order of reading. */
  public Map<String, String> of(CredentialClaims claims) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("holderName", claims.holderName());
    words.put("title", title("%04d".formatted(claims.titleCode())));
    words.put("specialty", claims.specialty());
    words.put("committee", committee(claims.committee()));
    words.put("acquiredOn", claims.acquiredOn().toString());
    words.put("issuer", issuer(claims.issuer()));
    words.put("issuedOn", claims.issuedOn().toString());
    words.put("number", claims.number().value());
    return words;
  }

  private String title(String code) {
    return catalogue
        .title(code)
        .map(title -> english ? title.englishName() : title.name())
        .orElse(code);
  }

  private String committee(int number) {
    return catalogue.committee(number).map(Committee::name).orElse(Integer.toString(number));
  }

  private String issuer(int number) {
    return catalogue
        .issuer(number)
        .map(issuer -> english ? issuer.englishName() : issuer.name())
        .orElse(Integer.toString(number));
  }
}
