package cn.zhixin.verification.files.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.files.ComparedField;
import cn.zhixin.verification.files.FileResult;
import cn.zhixin.verification.receipts.ReceiptJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer for programs: always a verdict, the file and its differences, with the certificate or
 * the receipt. Only the file as issued has its certificate's verdict, and then the certificate's
 * answer stands at the top too; of any other file it stands one level lower alone, so that no
 * program takes it for the file's.
 */
final class FileJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String ALTERED = Verdict.ALTERED.name();
  private static final TypeReference<LinkedHashMap<String, Object>> MEMBERS =
      new TypeReference<>() {};

  private final Language language;
  private final Sentences sentences;

  FileJson(Language language) {
    this.language = language;
    this.sentences = Sentences.in(language);
  }

  byte[] asIssued(FileResult.AsIssued issued) {
    Map<String, Object> certificate = answer(issued.answer());
    Map<String, Object> answer = new LinkedHashMap<>(certificate);
    answer.put("file", file("AS_ISSUED", issued, "file.AS_ISSUED.line"));
    answer.put("differences", List.of());
    answer.put("certificate", certificate);
    return MAPPER.writeValueAsBytes(answer);
  }

  byte[] altered(FileResult.Altered altered) {
    Map<String, Object> answer =
        answer(
            ALTERED,
            file(ALTERED, altered, FileViews.line(altered)),
            differences(altered.compared()));
    answer.put("certificate", answer(altered.registry()));
    return MAPPER.writeValueAsBytes(answer);
  }

  /** Its verdict is that it is a copy, whatever the certificate's is. */
  byte[] copied(FileResult.Copied copied) {
    String kind = copied.picture() ? "picture" : "document";
    Map<String, Object> answer =
        answer("COPY", file("COPY", copied, "file.COPY.evidence." + kind), List.of());
    answer.put("certificate", answer(copied.registry()));
    return MAPPER.writeValueAsBytes(answer);
  }

  /** Its verdict is that it is a receipt: what was answered then is no answer now. */
  byte[] receipt(FileResult.Receipted receipted) {
    Map<String, Object> answer =
        answer("RECEIPT", file("RECEIPT", receipted, "file.RECEIPT.past"), List.of());
    answer.put(
        "receipt", MAPPER.readValue(ReceiptJson.write(receipted.receipt()).unsafeArray(), MEMBERS));
    return MAPPER.writeValueAsBytes(answer);
  }

  /** Nothing of what it says is repeated. */
  byte[] refused(FileResult.RefusedReceipt refused) {
    String outcome = refused.unknownSigner() ? "RECEIPT_FOREIGN" : "RECEIPT_ALTERED";
    return MAPPER.writeValueAsBytes(
        answer(ALTERED, file(outcome, refused, ReceiptViews.key(refused) + ".line"), List.of()));
  }

  /** What the answer for every file has. */
  private static Map<String, Object> answer(
      String verdict, Map<String, Object> file, List<Map<String, String>> differences) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("verdict", verdict);
    answer.put("file", file);
    answer.put("differences", differences);
    return answer;
  }

  private Map<String, Object> answer(Answer.Found found) {
    return MAPPER.readValue(found.entry().json(language, found.asOf()), MEMBERS);
  }

  private Map<String, Object> file(String outcome, FileResult result, String key) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("outcome", outcome);
    file.put("sentence", sentences.text(key));
    List<Map<String, String>> checks = new ArrayList<>();
    for (FileLine line : new FileLines(language).of(result)) {
      Map<String, String> check = new LinkedHashMap<>();
      check.put("id", line.id());
      check.put("outcome", line.mark().name());
      check.put("sentence", line.sentence());
      if (!line.detail().isEmpty()) {
        check.put("detail", line.detail());
      }
      checks.add(check);
    }
    file.put("checks", checks);
    return file;
  }

  private List<Map<String, String>> differences(List<ComparedField> compared) {
    List<Map<String, String>> differences = new ArrayList<>();
    for (ComparedField field : compared) {
      if (!field.same()) {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("field", field.name());
        one.put("label", sentences.text("file.field." + field.name()));
        one.put("source", field.source().name());
        one.put("registry", field.registry().in(language));
        if (field.file() != null) {
          one.put("file", field.file().in(language));
        }
        differences.add(one);
      }
    }
    return differences;
  }
}
