package cn.zhixin.verification.lookup;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.Wording;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Writes findings as JSON that is equally long for everybody, and is sent uncompressed. */
final class LookupJson {
  /** Bytes of every answer. */
  static final int SIZE = 12_288;

  private static final int MOST = 20;
  private static final int LAST_DIGITS = 4;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int REASONS = 5;

  private LookupJson() {}

  /** As many of the certificates as there is room for; whether there are more is told. */
  static byte[] write(Finding.Known finding, Language language) {
    for (int shown = Math.min(MOST, finding.certificates().size()); ; shown--) {
      Map<String, Object> answer = answer(finding, shown, language);
      int free = SIZE - MAPPER.writeValueAsBytes(answer).length;
      if (free >= 0) {
        answer.put("padding", " ".repeat(free));
        return MAPPER.writeValueAsBytes(answer);
      }
    }
  }

  private static Map<String, Object> answer(Finding.Known finding, int shown, Language language) {
    List<Certificate> certificates = finding.certificates();
    Sentences sentences = Sentences.in(language);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("asOf", finding.asOf().truncatedTo(ChronoUnit.MILLIS).toString());
    answer.put(
        "certificates",
        certificates.subList(0, shown).stream().map(each -> entry(each, language)).toList());
    answer.put("more", shown < certificates.size());
    answer.put(
        "reasons",
        shown > 0
            ? List.of()
            : Stream.iterate(1, n -> n + 1)
                .limit(REASONS)
                .map(n -> sentences.text("lookup.reason." + n))
                .toList());
    answer.put("padding", "");
    return answer;
  }

  private static Map<String, Object> entry(Certificate certificate, Language language) {
    TitleResult result = certificate.result();
    String number = certificate.number().value();
    Verdict verdict = Verdict.of(certificate.state());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("holder", MaskedName.of(result.name()));
    entry.put("title", in(language, result.title().name(), result.title().englishName()));
    entry.put(
        "level", in(language, result.title().level().chinese(), result.title().level().english()));
    entry.put("verdict", verdict.name());
    entry.put("verdictText", Sentences.in(language).text("verdict." + verdict));
    entry.put(
        "issuer",
        in(
            language,
            result.committee().issuer().name(),
            result.committee().issuer().englishName()));
    entry.put("acquiredOn", result.acquiredOn().toString());
    entry.put("numberEnd", number.substring(number.length() - LAST_DIGITS));
    return entry;
  }

  private static String in(Language language, String chinese, String english) {
    return new Wording(chinese, english).in(language);
  }
}
