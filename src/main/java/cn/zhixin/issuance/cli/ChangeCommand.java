package cn.zhixin.issuance.cli;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEvent;
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
    return tell(acknowledged.outcome(), out, err, texts);
  }

  private int tell(ChangeOutcome outcome, PrintWriter out, PrintWriter err, Texts texts) {
    String key = kind.name().toLowerCase(Locale.ROOT);
    if (outcome instanceof ChangeOutcome.Changed changed) {
      out.println(
          texts.say(
              "certificate.changed",
              changed.certificate().code().grouped(),
              texts.say("verb." + key)));
      return 0;
    }
    if (outcome instanceof ChangeOutcome.Unchanged unchanged) {
      tellUnchanged(unchanged.certificate(), out, texts);
      return 0;
    }
    if (outcome instanceof ChangeOutcome.Refused refused) {
      tellRefused(refused, err, texts);
    } else {
      err.println(texts.say("certificate.unknown", certificate.typed()));
    }
    return 1;
  }

  /** The ground that stands is the first one: what was given now is not filed. */
  private void tellUnchanged(Certificate unchanged, PrintWriter out, Texts texts) {
    String key = kind.name().toLowerCase(Locale.ROOT);
    CertificateEvent last = unchanged.events().get(unchanged.events().size() - 1);
    if (kind == CertificateEventKind.RESUMED && last.kind() != kind) {
      out.println(texts.say("certificate.neverSuspended", unchanged.code().grouped()));
      return;
    }
    out.println(
        texts.say("certificate.unchanged", unchanged.code().grouped(), texts.say("verb." + key)));
    boolean same =
        certificate.ground.equals(last.ground()) && certificate.reason.equals(last.reason());
    if (!same && last.ground() != null) {
      out.println(texts.say("certificate.firstGround", last.ground()));
    }
  }

  private void tellRefused(ChangeOutcome.Refused refused, PrintWriter err, Texts texts) {
    Certificate standing = refused.certificate();
    err.println(
        texts.say(
            "certificate.refused",
            standing.code().grouped(),
            texts.say("state." + refused.from().name().toLowerCase(Locale.ROOT)),
            texts.say("deed." + kind.name().toLowerCase(Locale.ROOT))));
    if (standing.successor() != null) {
      err.println(texts.say("certificate.successor", standing.successor().grouped()));
    }
  }
}
