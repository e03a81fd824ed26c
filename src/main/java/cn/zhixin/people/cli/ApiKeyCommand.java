package cn.zhixin.people.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code api-key …}: the keys by which an organisation's people and programs come in. */
@Command(
    name = "api-key",
    description = "发放、查看与收回 API 密钥 / makes, lists and revokes API keys of organisations",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class ApiKeyCommand {
  private ApiKeyCommand() {}

  public static CommandLine with(Office office) {
    return new CommandLine(new ApiKeyCommand())
        .addSubcommand("new", new ApiKeyNewCommand(office))
        .addSubcommand("list", new ApiKeyListCommand(office))
        .addSubcommand("revoke", new ApiKeyRevokeCommand(office));
  }
}
