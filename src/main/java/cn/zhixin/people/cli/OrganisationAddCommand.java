package cn.zhixin.people.cli;

import cn.zhixin.catalogue.UnifiedCreditCode;
import cn.zhixin.people.Organisation;
import cn.zhixin.people.Organisations;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code organisation add NAME --credit-code X}. */
@Command(description = "登记一个机构 / files an organisation", mixinStandardHelpOptions = true)
final class OrganisationAddCommand implements Callable<Integer> {
  private final Office office;

  @Parameters(index = "0", paramLabel = "NAME", description = "机构全称 / full name")
  private String name = "";

  @Option(
      names = "--credit-code",
      required = true,
      description = "统一社会信用代码，18 位 / unified social credit code")
  private String creditCode = "";

  @Mixin private Spoken spoken = new Spoken();

  OrganisationAddCommand(Office office) {
    this.office = office;
  }

  @Override
  public Integer call() {
    String code = creditCode.strip().toUpperCase(Locale.ROOT);
    UnifiedCreditCode.Check check = UnifiedCreditCode.check(code);
    if (name.isBlank()) {
      return spoken.refuse("organisation.noName");
    }
    if (check != UnifiedCreditCode.Check.RIGHT) {
      return spoken.refuse("organisation.creditCode." + check, creditCode);
    }
    Optional<Organisation> added =
        office.get(Organisations.class).add(name, new UnifiedCreditCode(code));
    if (added.isEmpty()) {
      return spoken.refuse("organisation.exists", code);
    }
    spoken.say("organisation.added", added.get().name(), added.get().id());
    return 0;
  }
}
