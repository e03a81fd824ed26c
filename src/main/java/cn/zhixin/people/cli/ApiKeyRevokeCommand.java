package cn.zhixin.people.cli;

import cn.zhixin.people.ApiKey;
import cn.zhixin.people.ApiKeys;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code api-key revoke ID}. */
@Command(
    description = {
      "收回一把密钥 / takes a key back",
      "收回一把密钥：立即失效，用它登录的人随即退出，未完成的批量查验随即中止。不可恢复。",
      "Takes a key back at once: sessions opened with it end, unfinished lists stop. Not undone."
    },
    mixinStandardHelpOptions = true)
final class ApiKeyRevokeCommand implements Callable<Integer> {
  private final Office office;

  @Parameters(index = "0", paramLabel = "ID", description = "密钥编号，8 位 / id of the key")
  private String id = "";

  @Mixin private Spoken spoken = new Spoken();

  ApiKeyRevokeCommand(Office office) {
    this.office = office;
  }

  @Override
  public Integer call() {
    Optional<ApiKey> revoked = office.get(ApiKeys.class).revoke(id);
    if (revoked.isEmpty()) {
      return spoken.refuse("apiKey.unknown", id);
    }
    spoken.say("apiKey.revoked", id, revoked.get().organisation().name());
    return 0;
  }
}
