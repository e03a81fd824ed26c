package cn.zhixin;

import cn.zhixin.issuance.cli.BatchCommand;
import cn.zhixin.issuance.cli.CertificateCommand;
import cn.zhixin.issuance.cli.IssueCommand;
import cn.zhixin.ledger.cli.LedgerCommand;
import cn.zhixin.people.cli.ApiKeyCommand;
import cn.zhixin.people.cli.OrganisationCommand;
import cn.zhixin.verification.offline.FindCommand;
import cn.zhixin.verification.offline.VerifyCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.logging.LoggingSystem;
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
  private static final String SERVE = "serve";

  int run(String[] arguments) {
    // Chinese must come out whole on a machine whose locale is C
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    // nothing but a command's own words reaches its output: libraries log before there is a log
    LoggingSystem.get(Commands.class.getClassLoader()).beforeInitialize();
    try (OfficeContext office = new OfficeContext()) {
      return commandLine(office, arguments).execute(arguments);
    }
  }

  /** A service that starts does not wait for the descriptions of all the other commands. */
  private static CommandLine commandLine(OfficeContext office, String[] arguments) {
    return arguments.length > 0 && arguments[0].equals(SERVE)
        ? handled(new CommandLine(new Commands()).addSubcommand(SERVE, new ServeCommand()), office)
        : commandLine(office);
  }

  static CommandLine commandLine(OfficeContext office) {
    CommandLine commandLine =
        new CommandLine(new Commands())
            .addSubcommand(SERVE, new ServeCommand())
            .addSubcommand("issue", new IssueCommand(office))
            .addSubcommand("verify", new VerifyCommand())
            .addSubcommand("certificate", CertificateCommand.with(office))
            .addSubcommand("batch", BatchCommand.with(office))
            .addSubcommand("ledger", LedgerCommand.with(new FindCommand()))
            .addSubcommand("organisation", OrganisationCommand.with(office))
            .addSubcommand("api-key", ApiKeyCommand.with(office));
    return handled(commandLine, office);
  }

  private static CommandLine handled(CommandLine commandLine, OfficeContext office) {
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

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
