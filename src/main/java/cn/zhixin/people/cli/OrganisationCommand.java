package cn.zhixin.people.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code organisation …}: who may ask about many certificates at once. */
@Command(
    name = "organisation",
    description = "登记用人单位等机构 / files organisations, such as employers",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class OrganisationCommand {
  private OrganisationCommand() {}

  public static CommandLine with(Office office) {
    return new CommandLine(new OrganisationCommand())
        .addSubcommand("add", new OrganisationAddCommand(office))
        .addSubcommand("list", new OrganisationListCommand(office));
  }
}
