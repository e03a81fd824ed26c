package cn.zhixin.verification.offline;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.receipts.Asker;
import cn.zhixin.verification.receipts.Receipt;
import cn.zhixin.verification.receipts.ReceiptAnswer;
import cn.zhixin.verification.receipts.ReceiptFinding;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a genuine receipt says, in lines. */
final class ReceiptLines {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Sentences sentences;
  private final DateTimeFormatter time;
  private final List<String> lines = new ArrayList<>();

  ReceiptLines(Language language) {
    this.sentences = Sentences.in(language);
    this.time =
        DateTimeFormatter.ofPattern(sentences.text("time.pattern"), language.locale())
            .withZone(CHINA);
  }

  List<String> of(ReceiptFinding.Genuine genuine) {
    Receipt receipt = genuine.receipt();
    Asker asker = receipt.asker();
    add("fact.number", receipt.number());
    add(
        "fact.asker",
        asker == null
            ? sentences.text("receipt.anonymous")
            : sentences.text("receipt.organisation", asker.name(), asker.creditCode()));
    if (receipt.purpose() != null) {
      add("fact.purpose", receipt.purpose());
    }
    add("fact.askedAt", said(receipt.askedAt()));
    add("fact.site", receipt.site());
    if (receipt.ofOne()) {
      addAnswer(receipt.answers().get(0));
    } else {
      add("rows", receipt.answers().size() + "  " + counts(receipt));
    }
    genuine.signedAt().ifPresent(at -> add("signedAt", said(at)));
    add("key", genuine.key().id().toString());
    return lines;
  }

  private void addAnswer(ReceiptAnswer answer) {
    add("fact.code", answer.code() + "  " + sentences.text("verdict." + answer.outcome()));
    if (answer.certificate() != null) {
      add("fact.holder", answer.certificate().holderName());
      add("fact.certificateNumber", answer.certificate().number());
    }
    if (answer.asOf() != null) {
      add("fact.asOf", said(answer.asOf()));
    }
  }

  private String counts(Receipt receipt) {
    return receipt.counts().entrySet().stream()
        .map(each -> sentences.text("bulk.outcome." + each.getKey()) + " " + each.getValue())
        .collect(Collectors.joining(sentences.text("receipt.counts.separator")));
  }

  private void add(String label, String value) {
    lines.add(sentences.text("receipt." + label) + "  " + value);
  }

  private String said(Instant at) {
    return time.format(at) + " " + sentences.text("page.timezone");
  }

  static Map<String, Object> members(ReceiptFinding.Genuine genuine) {
    Receipt receipt = genuine.receipt();
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("receipt", receipt.number());
    members.put("asker", receipt.asker() == null ? "" : receipt.asker().name());
    members.put("askedAt", receipt.askedAt().toString());
    members.put("madeAt", receipt.madeAt().toString());
    members.put("counts", receipt.counts());
    members.put("key", genuine.key().id().toString());
    genuine.signedAt().ifPresent(at -> members.put("signedAt", at.toString()));
    return members;
  }
}
