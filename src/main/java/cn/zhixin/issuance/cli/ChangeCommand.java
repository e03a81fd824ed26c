package cn.zhixin.issuance.cli;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.ChangeOutcome;
import cn.zhixin.issuance.StateChanges;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One of {@code revoke suspend resume cancel}; exit 0 once the change can no longer be missed. */
@Command(description = "改变证书状态 / changes a certificate's state", mixinStandardHelpOptions = true)
final class ChangeCommand implements Callable<Integer> {
  private final Office office;
  private final CertificateEventKind kind;

  @Mixin private CodeArgument certificate = new CodeArgument();
  @Spec private CommandSpec spec = CommandSpec.create();

  ChangeCommand(Office office, CertificateEventKind kind) {
    this.office = office;
    this.kind = kind;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Texts texts = certificate.texts();
    Optional<Certificate> found = certificate.find(office, err);
    if (found.isEmpty()) {
      return 1;
    }
    StateChanges.Acknowledged acknowledged =
        office
            .get(StateChanges.class)
            .change(
                found.get().code(),
                kind,
                CodeArgument.actor(),
                certificate.reason,
                certificate.ground);
    acknowledged
        .ledgerWaits()
        .ifPresent(why -> err.println(texts.say("certificate.ledgerWaits", why)));
    ChangeOutcome outcome = acknowledged.outcome();
    String verb = texts.say("verb." + kind.name().toLowerCase(Locale.ROOT));
    if (outcome instanceof ChangeOutcome.Changed changed) {
      out.println(texts.say("certificate.changed", changed.certificate().code().grouped(), verb));
      return 0;
    }
    if (outcome instanceof ChangeOutcome.Unchanged unchanged) {
      out.println(
          texts.say("certificate.unchanged", unchanged.certificate().code().grouped(), verb));
      return 0;
    }
    if (outcome instanceof ChangeOutcome.Refused refused) {
      err.println(
          texts.say(
              "certificate.refused",
              refused.certificate().code().grouped(),
              texts.say("state." + refused.from().name().toLowerCase(Locale.ROOT)),
              verb));
    } else {
      err.println(texts.say("certificate.unknown", found.get().code().grouped()));
    }
    return 1;
  }
}
