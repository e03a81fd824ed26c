package cn.zhixin.ledger.cli;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ledger …}: everything about the public ledger that needs neither office nor database. */
@Command(
    name = "ledger",
    description = "核对公开账本 / follows the public ledger",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class LedgerCommand {
  private LedgerCommand() {}

  /**
   * @param others further subcommands, each annotated with its name
   */
  public static CommandLine with(Object... others) {
    CommandLine commandLine =
        new CommandLine(new LedgerCommand())
            .addSubcommand(new CheckCommand(InstantSource.system()));
    for (Object other : others) {
      commandLine.addSubcommand(other);
    }
    return commandLine;
  }
}
