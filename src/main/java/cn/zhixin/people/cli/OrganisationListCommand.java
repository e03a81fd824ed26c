package cn.zhixin.people.cli;

import cn.zhixin.people.Organisation;
import cn.zhixin.people.Organisations;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code organisation list}. */
@Command(description = "列出登记的机构 / lists organisations on file", mixinStandardHelpOptions = true)
final class OrganisationListCommand implements Callable<Integer> {
  private final Office office;

  @Mixin private Spoken spoken = new Spoken();

  OrganisationListCommand(Office office) {
    this.office = office;
  }

  @Override
  public Integer call() {
    List<Organisation> all = office.get(Organisations.class).all();
    if (all.isEmpty()) {
      spoken.say("organisation.none");
    }
    for (Organisation each : all) {
      spoken.say(
          "organisation.line",
          each.id(),
          each.name(),
          each.creditCode().value(),
          Spoken.time(each.createdAt()));
    }
    return 0;
  }
}
