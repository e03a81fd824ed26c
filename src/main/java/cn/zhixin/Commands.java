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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

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
      return commandLine(office, arguments).execute(arguments);
    }
  }

  /** All of them: an explanation names each. */
  private static Map<String, Supplier<Object>> subcommands(OfficeContext office) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("serve", ServeCommand::new);
    all.put("issue", () -> new IssueCommand(office));
    all.put("verify", VerifyCommand::new);
    all.put("certificate", () -> CertificateCommand.with(office));
    all.put("batch", () -> BatchCommand.with(office));
    all.put("ledger", () -> LedgerCommand.with(new FindCommand()));
    all.put("organisation", () -> OrganisationCommand.with(office));
    all.put("api-key", () -> ApiKeyCommand.with(office));
    return all;
  }

  /** Knows the command that the arguments name; all of them only if they name none. */
  static CommandLine commandLine(OfficeContext office, String... arguments) {
    CommandLine commandLine = new CommandLine(new Commands());
    commandLine.setResourceBundle(new HelpWords());
    Map<String, Supplier<Object>> all = subcommands(office);
    @Nullable Supplier<Object> named = arguments.length == 0 ? null : all.get(arguments[0]);
    if (named == null) {
      all.forEach((name, command) -> commandLine.addSubcommand(name, command.get()));
    } else {
      commandLine.addSubcommand(arguments[0], named.get());
    }
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
    commandLine.setParameterExceptionHandler((refusal, refused) -> tell(refusal));
    return commandLine;
  }

  private static int tell(ParameterException refusal) {
    CommandLine command = refusal.getCommandLine();
    PrintWriter err = command.getErr();
    if (UsageSentences.isUnfinished(refusal)) {
      command.usage(err);
    } else {
      String hint = FailureSentences.hint(refusal);
      err.println(hint.isEmpty() ? UsageSentences.of(refusal) : hint);
      err.println(UsageSentences.help(refusal));
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
