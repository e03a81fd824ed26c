package cn.zhixin.ledger.cli;

import cn.zhixin.ledger.witness.NewKeyCommand;
import cn.zhixin.ledger.witness.WitnessCommand;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ledger …}: everything about the public ledger that needs neither office nor database. */
@Command(
    name = "ledger",
    description = "核对公开账本、运行见证人、生成账本密钥 / follows the public ledger, witnesses it, makes its keys",
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
            .addSubcommand(new CheckCommand(InstantSource.system()))
            .addSubcommand(new WitnessCommand())
            .addSubcommand(new NewKeyCommand());
    for (Object other : others) {
      commandLine.addSubcommand(other);
    }
    return commandLine;
  }
}
