package cn.zhixin.people.cli;

import cn.zhixin.people.ApiKey;
import cn.zhixin.people.ApiKeys;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code api-key list}: never a secret. */
@Command(
    description = {
      "列出密钥 / lists keys",
      "列出密钥：编号、机构、用途、最近使用的日期。",
      "Lists keys: id, organisation, label, last day of use."
    },
    mixinStandardHelpOptions = true)
final class ApiKeyListCommand implements Callable<Integer> {
  private final Office office;

  @Mixin private Spoken spoken = new Spoken();

  ApiKeyListCommand(Office office) {
    this.office = office;
  }

  @Override
  public Integer call() {
    List<ApiKey> all = office.get(ApiKeys.class).all();
    if (all.isEmpty()) {
      spoken.say("apiKey.none");
    }
    for (ApiKey key : all) {
      spoken.say(
          key.revokedAt() == null ? "apiKey.line" : "apiKey.line.revoked",
          key.id(),
          key.organisation().name(),
          key.label(),
          key.lastUsedOn() == null ? spoken.text("apiKey.unused") : key.lastUsedOn(),
          key.revokedAt() == null ? "" : Spoken.time(key.revokedAt()));
    }
    return 0;
  }
}
