package cn.zhixin.issuance.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code batch …}: what was ordered and is not issued yet. */
@Command(
    name = "batch",
    description = "查看或作废未完成的批次 / shows batches that are not finished, and gives one up",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class BatchCommand {
  private BatchCommand() {}

  public static CommandLine with(Office office) {
    return new CommandLine(new BatchCommand())
        .addSubcommand("list", new BatchListCommand(office))
        .addSubcommand("void", new BatchVoidCommand(office));
  }
}
