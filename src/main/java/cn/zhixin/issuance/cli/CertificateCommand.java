package cn.zhixin.issuance.cli;

import cn.zhixin.certificate.CertificateEventKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code certificate …}: what may happen to a certificate after it was issued. */
@Command(
    name = "certificate",
    description = {
      "暂停、恢复、撤销、注销、更正或补发一张证书 / changes a certificate's state",
      "变动为所有查验者所见后才返回。",
      "Returns once the change can no longer be missed by anyone who verifies."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class CertificateCommand {
  private CertificateCommand() {}

  public static CommandLine with(Office office) {
    return new CommandLine(new CertificateCommand())
        .addSubcommand(
            "revoke",
            change(
                office,
                CertificateEventKind.REVOKED,
                "撤销 / revokes",
                "撤销：证书自始不应取得或须收回时使用，例如材料不实。不可恢复。",
                "Revokes a certificate that should not have been issued, or has to be taken back."
                    + " It cannot be undone."))
        .addSubcommand(
            "suspend",
            change(
                office,
                CertificateEventKind.SUSPENDED,
                "暂停 / suspends",
                "暂停：核查期间暂时停用，查验显示“已暂停”。可用 resume 恢复。",
                "Suspends a certificate while it is looked into. Undone by resume."))
        .addSubcommand(
            "resume",
            change(
                office,
                CertificateEventKind.RESUMED,
                "恢复 / resumes",
                "恢复：已暂停的证书重新有效。可再次暂停。",
                "Makes a suspended certificate valid again. It can be suspended once more."))
        .addSubcommand(
            "cancel",
            change(
                office,
                CertificateEventKind.CANCELLED,
                "注销 / cancels",
                "注销：不再使用，持证人无过错，例如本人申请。不可恢复。",
                "Ends a certificate without blame, such as at the holder's wish. It cannot be"
                    + " undone."))
        .addSubcommand("correct", new CorrectCommand(office))
        .addSubcommand("reissue", new ReissueCommand(office));
  }

  private static CommandLine change(
      Office office, CertificateEventKind kind, String brief, String chinese, String english) {
    CommandLine command = new CommandLine(new ChangeCommand(office, kind));
    command.getCommandSpec().usageMessage().description(brief, chinese, english);
    return command;
  }
}
