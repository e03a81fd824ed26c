package cn.zhixin.verification.offline;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.offline.OfflineFinding.CannotTell;
import cn.zhixin.verification.offline.OfflineFinding.FileSignature;
import cn.zhixin.verification.offline.OfflineFinding.Genuine;
import cn.zhixin.verification.offline.OfflineFinding.NotGenuine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One input's finding, for people and for programs. */
record OfflineReport(String input, OfflineFinding finding, Catalogue catalogue) implements Report {
  @Override
  public String text(Language language) {
    Sentences sentences = Sentences.in(language);
    List<String> lines = new ArrayList<>();
    lines.add(input);
    lines.add(sentences.text("offline." + outcome()));
    if (finding instanceof Genuine genuine) {
      new ClaimsInWords(catalogue, language)
          .of(genuine.claims())
          .forEach((name, value) -> lines.add(sentences.text("offline." + name) + "  " + value));
      genuine.file().ifPresent(file -> lines.add(signed(file, sentences)));
      genuine.ledger().map(new LedgerLines(language)::of).ifPresent(lines::addAll);
      lines.add(
          sentences.text("offline.key", genuine.key().id(), genuine.key().notAfter().toString()));
      lines.add(sentences.text("offline.status", genuine.page()));
    } else {
      lines.add(reason().sentence().in(language) + " (" + reason().code() + ")");
    }
    return String.join("\n  ", lines);
  }

  private static String signed(FileSignature file, Sentences sentences) {
    return sentences.text("offline.signed", level(file), file.time().toString());
  }

  private static String level(FileSignature file) {
    return file.level().name().replace('_', '-');
  }

  @Override
  public Map<String, Object> members(Language language) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("input", input);
    members.put("outcome", outcome());
    if (finding instanceof Genuine genuine) {
      members.putAll(new ClaimsInWords(catalogue, language).of(genuine.claims()));
      members.put("key", genuine.key().id().toString());
      genuine.file().ifPresent(file -> members.put("signatureLevel", level(file)));
      genuine.ledger().map(LedgerLines::members).ifPresent(members::putAll);
      members.put("page", genuine.page());
      members.put("status", "UNKNOWN");
    } else {
      members.put("reason", reason().code());
      members.put("sentence", reason().sentence().in(language));
    }
    return members;
  }

  /** Whether the ledger's signature was left unchecked. */
  boolean ledgerUnchecked() {
    return finding instanceof Genuine genuine
        && genuine.ledger().orElse(null) instanceof LedgerEntry.Unchecked;
  }

  /** Stable; part of the sentences' keys. */
  private String outcome() {
    if (finding instanceof Genuine) {
      return "genuine";
    }
    return finding instanceof NotGenuine ? "not-genuine" : "cannot-tell";
  }

  private Reason reason() {
    return finding instanceof NotGenuine not ? not.reason() : ((CannotTell) finding).reason();
  }
}
