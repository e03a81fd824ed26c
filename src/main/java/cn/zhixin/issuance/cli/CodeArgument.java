package cn.zhixin.issuance.cli;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CodeReading;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.issuance.StateChanges;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The certificate a command is about, why, on what ground, and the language to answer in. */
final class CodeArgument {
  @Parameters(
      index = "0",
      paramLabel = "CODE",
      description = "查验码，16 位，大小写与分隔不限 / verification code")
  private String code = "";

  @Option(names = "--reason", required = true, description = "原因，只存档 / why; filed, not public")
  String reason = "";

  @Option(
      names = "--ground",
      required = true,
      description = "依据：条款或决定文号 / the legal ground: a clause or a decision's number")
  String ground = "";

  @Mixin private LanguageOption language = new LanguageOption();

  Texts texts() {
    return language.texts();
  }

  /** The issued certificate behind the code; when there is none, says why. */
  Optional<Certificate> find(Office office, PrintWriter err) {
    Texts texts = texts();
    if (reason.isBlank() || ground.isBlank()) {
      err.println(texts.say("certificate.reasonAndGround"));
      return Optional.empty();
    }
    CodeReading reading = VerificationCode.parse(code);
    if (!(reading instanceof CodeReading.Read read)) {
      boolean mistyped = reading instanceof CodeReading.Mistyped;
      err.println(texts.say(mistyped ? "certificate.mistyped" : "certificate.malformed", code));
      return Optional.empty();
    }
    Optional<Certificate> found = office.get(StateChanges.class).find(read.code());
    if (found.isEmpty()) {
      err.println(texts.say("certificate.unknown", read.code().grouped()));
    }
    return found;
  }

  /** Who types this, as far as the machine knows. */
  static String actor() {
    return "cli:" + System.getProperty("user.name", "unknown");
  }
}
