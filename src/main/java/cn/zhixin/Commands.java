package cn.zhixin;

import cn.zhixin.issuance.cli.CertificateCommand;
import cn.zhixin.issuance.cli.IssueCommand;
import cn.zhixin.issuance.cli.Office;
import cn.zhixin.ledger.cli.LedgerCommand;
import cn.zhixin.verification.offline.FindCommand;
import cn.zhixin.verification.offline.VerifyCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
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
    // Chinese must come out whole on a machine whose locale is C
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    try (OfficeContext office = new OfficeContext()) {
      return commandLine(office).execute(arguments);
    }
  }

  private CommandLine commandLine(Office office) {
    CommandLine commandLine =
        new CommandLine(this)
            .addSubcommand("serve", new ServeCommand())
            .addSubcommand("issue", new IssueCommand(office))
            .addSubcommand("verify", new VerifyCommand())
            .addSubcommand("certificate", CertificateCommand.with(office))
            .addSubcommand("ledger", LedgerCommand.with(new FindCommand()));
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commandLine.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          command.getErr().println(FailureSentences.of(problem));
          return command.getCommandSpec().exitCodeOnExecutionException();
        });
    return commandLine;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
