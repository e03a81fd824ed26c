package cn.zhixin.issuance.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code batch …}: what was ordered, how far it is, and its certificates in one file. */
@Command(
    name = "batch",
    description =
        "查看批次、作废未完成的部分、打包下载证书 / shows batches, gives up what is not finished,"
            + " puts the certificates of one into a ZIP file",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class BatchCommand {
  private BatchCommand() {}

  public static CommandLine with(Office office) {
    return new CommandLine(new BatchCommand())
        .addSubcommand("list", new BatchListCommand(office))
        .addSubcommand("void", new BatchVoidCommand(office))
        .addSubcommand("zip", new BatchZipCommand(office));
  }
}
