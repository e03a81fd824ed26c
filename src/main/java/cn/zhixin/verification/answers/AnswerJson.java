package cn.zhixin.verification.answers;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes the public answer of one certificate as JSON, ready but for its time. */
final class AnswerJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private AnswerJson() {}

  static TimedJson write(CertificateFacts facts, Language language) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("verdict", facts.verdict().name());
    answer.put("code", facts.code());
    answer.put("holderName", facts.holderName());
    answer.put("title", facts.title().in(language));
    answer.put("level", facts.level().in(language));
    answer.put("series", facts.series().in(language));
    answer.put("specialty", facts.specialty());
    answer.put("committee", facts.committee());
    answer.put("acquiredOn", facts.acquiredOn().toString());
    answer.put("method", facts.method().in(language));
    answer.put("number", facts.number());
    answer.put("issuer", facts.issuer().in(language));
    answer.put("issuedOn", facts.issuedOn().toString());
    answer.put("since", facts.since().toString());
    if (facts.successor() != null) {
      answer.put("successor", facts.successor());
    }
    answer.put("ledgerEntry", facts.ledgerPlace().index());
    answer.put("checks", checks(facts, language));
    answer.put("asOf", TimedJson.PLACE);
    return new TimedJson(Bytes.wrap(MAPPER.writeValueAsBytes(answer)));
  }

  private static List<Map<String, String>> checks(CertificateFacts facts, Language language) {
    List<Map<String, String>> checks = new ArrayList<>();
    for (Check check : Checks.of(facts)) {
      Map<String, String> one = new LinkedHashMap<>();
      one.put("id", check.kind().id());
      one.put("outcome", check.outcome().name());
      one.put("sentence", check.sentence(language));
      String detail = check.detail(language);
      if (!detail.isEmpty()) {
        one.put("detail", detail);
      }
      one.put("time", TimedJson.PLACE);
      checks.add(one);
    }
    return checks;
  }

  static Bytes writeFacts(CertificateFacts facts) {
    return Bytes.wrap(MAPPER.writeValueAsBytes(facts));
  }

  /**
   * @throws IllegalStateException if the bytes are not what {@link #writeFacts} wrote; callers have
   *     checked that they are ours
   */
  static CertificateFacts readFacts(Bytes json) {
    try {
      return MAPPER.readValue(json.unsafeArray(), CertificateFacts.class);
    } catch (JacksonException e) {
      throw new IllegalStateException("the facts of an authentic entry cannot be read", e);
    }
  }
}
