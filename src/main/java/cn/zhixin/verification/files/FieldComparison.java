package cn.zhixin.verification.files;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.Title;
import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Wording;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.files.ComparedField.Source;
import cn.zhixin.verification.files.worker.CarriedCredential;
import cn.zhixin.verification.files.worker.FileEvidence;
import cn.zhixin.verification.offline.ClaimsInWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lays the registry's fields beside a file's: what its credential says, if an issuer signed that,
 * and whether its page shows the same. What nobody signed is never repeated.
 */
final class FieldComparison {
  private final ClaimsInWords chinese;
  private final ClaimsInWords english;
  private final Set<String> titles;

  FieldComparison(Catalogue catalogue) {
    this.chinese = new ClaimsInWords(catalogue, Language.CHINESE);
    this.english = new ClaimsInWords(catalogue, Language.ENGLISH);
    this.titles = catalogue.titles().stream().map(Title::name).collect(Collectors.toSet());
  }

  List<ComparedField> of(CertificateFacts facts, FileEvidence evidence) {
    Map<String, Wording> registered = registered(facts);
    List<ComparedField> compared = new ArrayList<>();
    for (CarriedCredential carried : evidence.credentials()) {
      if (!carried.digits().equals(facts.credentialDigits()) && !carried.digits().isEmpty()) {
        compared.addAll(other(registered, carried));
      }
    }
    boolean same =
        evidence.credentials().stream()
            .anyMatch(carried -> carried.digits().equals(facts.credentialDigits()));
    if (same && compared.isEmpty()) {
      registered.forEach(
          (name, value) ->
              compared.add(new ComparedField(name, value, value, Source.CREDENTIAL, true)));
    }
    compared.addAll(new PageComparison(evidence.text(), titles).of(facts));
    return compared;
  }

  private List<ComparedField> other(Map<String, Wording> registered, CarriedCredential carried) {
    if (carried.signed().isEmpty()) {
      Wording issuers = wording("file.credential.issuers");
      return List.of(new ComparedField("credential", issuers, null, Source.CREDENTIAL, false));
    }
    CredentialClaims claims = carried.signed().get();
    Map<String, String> inChinese = chinese.of(claims);
    Map<String, String> inEnglish = english.of(claims);
    List<ComparedField> fields = new ArrayList<>();
    registered.forEach(
        (name, value) -> {
          Wording says =
              new Wording(inChinese.getOrDefault(name, ""), inEnglish.getOrDefault(name, ""));
          boolean same = says.chinese().equals(value.chinese());
          fields.add(new ComparedField(name, value, says, Source.CREDENTIAL, same));
        });
    if (fields.stream().allMatch(ComparedField::same)) {
      // the same claims, signed at another time: not the credential that was registered
      fields.add(
          new ComparedField(
              "credential", wording("file.credential.issuers"), null, Source.CREDENTIAL, false));
    }
    return fields;
  }

  static Wording wording(String key) {
    return new Wording(
        Sentences.in(Language.CHINESE).text(key), Sentences.in(Language.ENGLISH).text(key));
  }

  /** By the names that the public answer has, in the order of reading. */
  private static Map<String, Wording> registered(CertificateFacts facts) {
    Map<String, Wording> fields = new LinkedHashMap<>();
    fields.put("holderName", plain(facts.holderName()));
    fields.put("title", facts.title());
    fields.put("specialty", plain(facts.specialty()));
    fields.put("committee", plain(facts.committee()));
    fields.put("acquiredOn", day(facts.acquiredOn()));
    fields.put("issuer", facts.issuer());
    fields.put("issuedOn", day(facts.issuedOn()));
    fields.put("number", plain(facts.number()));
    return fields;
  }

  private static Wording plain(String value) {
    return new Wording(value, value);
  }

  private static Wording day(LocalDate day) {
    return plain(day.toString());
  }
}
