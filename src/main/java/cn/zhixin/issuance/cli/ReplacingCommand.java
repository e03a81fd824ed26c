package cn.zhixin.issuance.cli;

import cn.zhixin.catalogue.Bilingual;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.issuance.Corrections;
import cn.zhixin.issuance.IssuedDocuments;
import cn.zhixin.issuance.RosterIssuing;
import cn.zhixin.issuance.StateChanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code correct} and {@code reissue} share: a new certificate takes the old one's place. */
@Command
abstract class ReplacingCommand implements Callable<Integer> {
  /** Where a slot's content was typed. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "holderName", "--name",
          "identityNumber", "--identity-number",
          "employer", "--employer",
          "specialty", "--specialty",
          "approvalDocument", "--approval-document");

  private final Office office;

  @Mixin private CodeArgument certificate = new CodeArgument();

  @Option(
      names = "--template",
      description = "版式，可选者见 issue --help / document template, see issue --help")
  private @Nullable String template;

  @Option(names = "--out", description = "新证书 PDF 存放的文件夹 / folder for the new PDF")
  private @Nullable Path out;

  @Spec private CommandSpec spec = CommandSpec.create();

  ReplacingCommand(Office office) {
    this.office = office;
  }

  /** What the new certificate says; empty after saying why there is none. */
  abstract Optional<TitleResult> corrected(Certificate certificate);

  Office office() {
    return office;
  }

  void say(String key, Object... values) {
    spec.commandLine().getErr().println(certificate.texts().say(key, values));
  }

  void sayBadValue(String option, Bilingual sentence) {
    say(
        "certificate.badValue",
        option,
        certificate.texts().isEnglish() ? sentence.english() : sentence.chinese());
  }

  @Override
  public Integer call() throws Exception {
    if (out != null) {
      Optional<String> refusal = OutputFolder.refusal(out, certificate.texts());
      if (refusal.isPresent()) {
        spec.commandLine().getErr().println(refusal.get());
        return 1;
      }
    }
    Optional<Certificate> old = certificate.find(office, spec.commandLine().getErr());
    Optional<TitleResult> corrected = old.flatMap(this::corrected);
    if (old.isEmpty() || corrected.isEmpty()) {
      return 1;
    }
    IssuedDocuments documents = office.get(IssuedDocuments.class);
    RosterIssuing issuing = office.get(RosterIssuing.class);
    String layout = template == null ? documents.defaultTemplate() : template;
    if (!issuing.hasTemplate(layout)) {
      say("issue.unknownTemplate", layout, String.join(", ", issuing.templates()));
      return 1;
    }
    Corrections.Outcome outcome =
        office
            .get(Corrections.class)
            .correct(
                old.get(),
                corrected.get(),
                layout,
                CodeArgument.actor(),
                certificate.reason,
                certificate.ground);
    if (outcome instanceof Corrections.Outcome.Corrected done) {
      done.ledgerWaits()
          .ifPresent(
              why ->
                  spec.commandLine()
                      .getErr()
                      .println(LedgerDelay.sentence(certificate.texts(), why)));
      tell(old.get(), done.certificate(), documents);
      return 0;
    }
    tellRefusal(old.get(), outcome, documents);
    return 1;
  }

  private void tellRefusal(
      Certificate old, Corrections.Outcome outcome, IssuedDocuments documents) {
    if (outcome instanceof Corrections.Outcome.NotCorrectable refused) {
      tellNotCorrectable(old, refused.state());
    } else if (outcome instanceof Corrections.Outcome.SameAsAnother same) {
      say(
          "certificate.sameAsAnother",
          documents.groupedNumber(same.other()),
          same.other().code().grouped());
    } else if (outcome instanceof Corrections.Outcome.Waiting waiting) {
      say("certificate.waiting", waiting.batchId(), waiting.why());
    } else if (outcome instanceof Corrections.Outcome.NotPrintable refused) {
      Bilingual sentence = refused.refusal().sentence();
      Bilingual remedy = refused.refusal().reason().remedy();
      sayBadValue(
          OPTIONS.getOrDefault(refused.refusal().slot(), refused.refusal().slot()),
          new Bilingual(
              sentence.chinese() + "。" + remedy.chinese() + "。",
              sentence.english() + ". " + remedy.english() + "."));
    }
  }

  private void tell(Certificate old, Certificate renewed, IssuedDocuments documents)
      throws IOException {
    Texts texts = certificate.texts();
    spec.commandLine()
        .getOut()
        .println(
            texts.say(
                "certificate.corrected",
                old.code().grouped(),
                renewed.code().grouped(),
                documents.groupedNumber(renewed)));
    Path file = out == null ? documents.copy(renewed) : documents.copyTo(out, renewed);
    spec.commandLine().getOut().println(texts.say("certificate.correctedFile", file));
  }

  /** Read again: it may have been replaced while this command ran. */
  private void tellNotCorrectable(Certificate old, CertificateState state) {
    say(
        "certificate.notCorrectable",
        old.code().grouped(),
        certificate.texts().say("state." + state.name().toLowerCase(Locale.ROOT)));
    office
        .get(StateChanges.class)
        .find(old.code())
        .map(Certificate::successor)
        .ifPresent(successor -> say("certificate.successor", successor.grouped()));
  }
}
