package cn.zhixin.people.cli;

import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.NewApiKey;
import cn.zhixin.people.Organisation;
import cn.zhixin.people.Organisations;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code api-key new ORG --label L}: prints the secret, once. */
@Command(
    description = {
      "发放一把密钥 / makes a key",
      "为机构发放一把密钥。密钥只显示这一次，请当面交给使用人。",
      "Makes a key. It is shown this once: hand it to whoever will use it."
    },
    mixinStandardHelpOptions = true)
final class ApiKeyNewCommand implements Callable<Integer> {
  private final Office office;

  @Parameters(
      index = "0",
      paramLabel = "ORG",
      description = "机构的编号、信用代码或全称 / number, credit code or full name")
  private String organisation = "";

  @Option(
      names = "--label",
      required = true,
      description = "用途或使用人，便于日后辨认 / who or what will use it")
  private String label = "";

  @Mixin private Spoken spoken = new Spoken();

  ApiKeyNewCommand(Office office) {
    this.office = office;
  }

  @Override
  public Integer call() {
    if (label.isBlank()) {
      return spoken.refuse("apiKey.noLabel");
    }
    Optional<Organisation> found = office.get(Organisations.class).find(organisation);
    if (found.isEmpty()) {
      return spoken.refuse("organisation.unknown", organisation);
    }
    NewApiKey made = office.get(ApiKeys.class).create(found.get(), label);
    spoken.say("apiKey.made", made.key().id(), found.get().name());
    spoken.say("apiKey.secret", made.secret().reveal());
    return 0;
  }
}
