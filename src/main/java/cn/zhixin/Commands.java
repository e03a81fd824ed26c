package cn.zhixin;

import cn.zhixin.issuance.cli.BatchCommand;
import cn.zhixin.issuance.cli.CertificateCommand;
import cn.zhixin.issuance.cli.IssueCommand;
import cn.zhixin.ledger.cli.LedgerCommand;
import cn.zhixin.people.cli.ApiKeyCommand;
import cn.zhixin.people.cli.OrganisationCommand;
import cn.zhixin.verification.offline.FindCommand;
import cn.zhixin.verification.offline.VerifyCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: which commands there are, and what happens when one fails. */
@Command(
    name = "zhixin",
    description = "职信：签发与查验电子职称证书 / issues and verifies electronic title certificates",
    mixinStandardHelpOptions = true,
    version = "zhixin 0.1.0",
    synopsisSubcommandLabel = "COMMAND")
final class Commands {
  int run(String[] arguments) {
    try (OfficeContext office = new OfficeContext()) {
      return commandLine(office).execute(arguments);
    }
  }

  static CommandLine commandLine(OfficeContext office) {
    CommandLine commandLine =
        new CommandLine(new Commands())
            .addSubcommand("serve", new ServeCommand())
            .addSubcommand("issue", new IssueCommand(office))
            .addSubcommand("verify", new VerifyCommand())
            .addSubcommand("certificate", CertificateCommand.with(office))
            .addSubcommand("batch", BatchCommand.with(office))
            .addSubcommand("ledger", LedgerCommand.with(new FindCommand()))
            .addSubcommand("organisation", OrganisationCommand.with(office))
            .addSubcommand("api-key", ApiKeyCommand.with(office));
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commandLine.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          command
              .getErr()
              .println(
                  office.isInterrupted()
                      ? "\n" + FailureSentences.INTERRUPTED
                      : FailureSentences.of(problem));
          return command.getCommandSpec().exitCodeOnExecutionException();
        });
    CommandLine.IParameterExceptionHandler usual = commandLine.getParameterExceptionHandler();
    commandLine.setParameterExceptionHandler(
        (refusal, arguments) -> {
          String hint = FailureSentences.hint(refusal);
          if (!hint.isEmpty()) {
            refusal.getCommandLine().getErr().println(hint);
          }
          return usual.handleParseException(refusal, arguments);
        });
    return commandLine;
  }
}
