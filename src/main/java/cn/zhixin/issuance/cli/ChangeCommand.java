package cn.zhixin.issuance.cli;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.ChangeOutcome;
import cn.zhixin.issuance.StateChanges;
import java.io.PrintWriter;
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
    acknowledged.ledgerWaits().ifPresent(why -> err.println(LedgerDelay.sentence(texts, why)));
    ChangeOutcome outcome = acknowledged.outcome();
    boolean done =
        outcome instanceof ChangeOutcome.Changed || outcome instanceof ChangeOutcome.Unchanged;
    new ChangeWords(texts, kind)
        .of(outcome, found.get().code(), certificate.reason, certificate.ground)
        .forEach(done ? out::println : err::println);
    return done ? 0 : 1;
  }
}
