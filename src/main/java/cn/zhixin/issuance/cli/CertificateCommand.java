package cn.zhixin.issuance.cli;

import cn.zhixin.certificate.CertificateEventKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code certificate …}: what may happen to a certificate after it was issued. */
@Command(
    name = "certificate",
    description =
        "暂停、恢复、撤销、注销、更正或补发一张证书 / changes a certificate's state; returns once the change"
            + " can no longer be missed by anyone who verifies",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class CertificateCommand {
  private CertificateCommand() {}

  public static CommandLine with(Office office) {
    return new CommandLine(new CertificateCommand())
        .addSubcommand("revoke", new ChangeCommand(office, CertificateEventKind.REVOKED))
        .addSubcommand("suspend", new ChangeCommand(office, CertificateEventKind.SUSPENDED))
        .addSubcommand("resume", new ChangeCommand(office, CertificateEventKind.RESUMED))
        .addSubcommand("cancel", new ChangeCommand(office, CertificateEventKind.CANCELLED))
        .addSubcommand("correct", new CorrectCommand(office))
        .addSubcommand("reissue", new ReissueCommand(office));
  }
}
