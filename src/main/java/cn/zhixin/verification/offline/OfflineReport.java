package cn.zhixin.verification.offline;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.signing.SignatureLevel;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.offline.OfflineFinding.CannotTell;
import cn.zhixin.verification.offline.OfflineFinding.FileSignature;
import cn.zhixin.verification.offline.OfflineFinding.Genuine;
import cn.zhixin.verification.offline.OfflineFinding.GenuineReceipt;
import cn.zhixin.verification.offline.OfflineFinding.NotGenuine;
import cn.zhixin.verification.offline.OfflineFinding.UnsignedLead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One input's finding, for people and for programs. */
record OfflineReport(String input, OfflineFinding finding, Catalogue catalogue) implements Report {
  @Override
  public String text(Language language) {
    Sentences sentences = Sentences.in(language);
    List<String> lines = new ArrayList<>();
    lines.add(input);
    if (finding instanceof GenuineReceipt genuine) {
      lines.add(sentences.text("receipt.genuine"));
      lines.addAll(new ReceiptLines(language).of(genuine.receipt()));
      return String.join("\n  ", lines);
    }
    lines.add(sentences.text("offline." + outcome()));
    if (finding instanceof Genuine genuine) {
      new ClaimsInWords(catalogue, language)
          .of(genuine.claims())
          .forEach((name, value) -> lines.add(sentences.text("offline." + name) + "  " + value));
      genuine.file().ifPresent(file -> lines.add(signed(file, language)));
      genuine.ledger().map(LedgerLines.in(language)::of).ifPresent(lines::addAll);
      lines.add(
          sentences.text(
              "offline.key", genuine.key().id(), inBeijing(genuine.key().notAfter(), language)));
      lines.add(
          unsigned()
              .map(lead -> sentences.text("offline.status.qr", lead.host()))
              .orElseGet(() -> sentences.text("offline.status", genuine.page())));
    } else {
      lines.add(why(language));
      if (reason().code().equals(OfflineFault.UNKNOWN_KEY.name()) && ScannedQr.looksLike(input)) {
        lines.add(sentences.text("offline.qr-needs-signer"));
      }
      stampedBy().ifPresent(name -> lines.add(sentences.text("offline.stamped-by", name)));
    }
    return String.join("\n  ", lines);
  }

  private static String signed(FileSignature file, Language language) {
    Sentences sentences = Sentences.in(language);
    return file.level() == SignatureLevel.B_T
        ? sentences.text("offline.signed", inBeijing(file.time(), language))
        : sentences.text("offline.signed.untimed");
  }

  /** As the pages say it, with the name of the time zone. */
  private static String inBeijing(Instant instant, Language language) {
    return LedgerLines.in(language).time(instant)
        + " "
        + Sentences.in(language).text("page.timezone");
  }

  private String why(Language language) {
    return unended(reason().sentence().in(language)) + " (" + reason().code() + ")";
  }

  /** No line of the report ends with a full stop. */
  private static String unended(String sentence) {
    return sentence.endsWith("。") || sentence.endsWith(".")
        ? sentence.substring(0, sentence.length() - 1)
        : sentence;
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
      genuine
          .unsigned()
          .ifPresentOrElse(
              lead ->
                  members.put("unsigned", Map.of("host", lead.host(), "code", lead.code().value())),
              () -> members.put("page", genuine.page()));
      members.put("status", "UNKNOWN");
    } else if (finding instanceof GenuineReceipt genuine) {
      members.putAll(ReceiptLines.members(genuine.receipt()));
    } else {
      members.put("reason", reason().code());
      members.put("sentence", reason().sentence().in(language));
      stampedBy().ifPresent(name -> members.put("timeStampAuthority", name));
    }
    return members;
  }

  /** The input and its outcome in one line, with the certificate's number or the reason. */
  String line(Language language) {
    String said = Sentences.in(language).text("offline." + outcome());
    String more =
        finding instanceof Genuine genuine
            ? genuine.claims().number().value() + notSigned(language)
            : finding instanceof GenuineReceipt
                ? ""
                : stampedBy().map(name -> why(language) + "  " + name).orElse(why(language));
    return String.join("  ", input, said, more).strip();
  }

  private String notSigned(Language language) {
    return unsigned()
        .map(lead -> "  " + Sentences.in(language).text("offline.qr.host", lead.host()))
        .orElse("");
  }

  /** Where a genuine QR's text says that it leads. */
  Optional<UnsignedLead> unsigned() {
    return finding instanceof Genuine genuine ? genuine.unsigned() : Optional.empty();
  }

  /** Of a command that was given this input alone. */
  int exitCode() {
    if (finding instanceof NotGenuine) {
      return VerifyCommand.NOT_GENUINE;
    }
    return finding instanceof CannotTell ? VerifyCommand.CANNOT_TELL : VerifyCommand.GENUINE;
  }

  /** Whether the ledger's signature was left unchecked. */
  boolean ledgerUnchecked() {
    return finding instanceof Genuine genuine
        && genuine.ledger().orElse(null) instanceof LedgerEntry.Unchecked;
  }

  /** The authority of time stamps whose root is missing among the trusted. */
  Optional<String> stampedBy() {
    return finding instanceof CannotTell cannot ? cannot.stampedBy() : Optional.empty();
  }

  /** Stable; part of the sentences' keys. */
  private String outcome() {
    if (finding instanceof Genuine || finding instanceof GenuineReceipt) {
      return "genuine";
    }
    return finding instanceof NotGenuine ? "not-genuine" : "cannot-tell";
  }

  private Reason reason() {
    return finding instanceof NotGenuine not ? not.reason() : ((CannotTell) finding).reason();
  }
}
