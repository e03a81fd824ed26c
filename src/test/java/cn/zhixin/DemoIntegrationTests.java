package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.issuance.Rosters;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's keys, which anybody has, serve nobody outside the demo. */
class DemoIntegrationTests {
  @TempDir private Path folder;

  @Test
  void refusesTheSampleKeyUnderAnotherNameOutsideTheDemo() throws Exception {
    Path copy = folder.resolve("our-own.p12");
    Files.copy(Path.of("keys-sample", "committee.p12"), copy);

    Program.Result refused =
        production(
                "zhixin.public-address=https://zc.example.cn",
                "zhixin.signing.key-store=file:" + copy,
                "zhixin.signing.password=sample",
                "zhixin.signing.trust=classpath:keys-sample/issuing-ca.cer.pem")
            .run("serve", "--server.port=0");

    assertRefused(refused);
    assertThat(refused.output()).contains("holds a key of keys-sample");
  }

  @Test
  void saysWhichSettingNamesTheMissingKey() throws Exception {
    Path roster = Rosters.write(folder.resolve("roster.csv"), 1, 1);

    Path key = folder.resolve("ledger.pem");
    Files.writeString(key, Ed25519PrivateKey.generate(new SecureRandom()).toPem());

    Program.Result refused =
        production(
                "zhixin.public-address=https://zc.example.cn",
                "zhixin.ledger.name=zc.example.cn/ledger",
                "zhixin.ledger.key=file:" + key)
            .run("issue", roster.toString(), "--out", folder.resolve("out").toString());

    assertRefused(refused);
    assertThat(refused.output()).contains("zhixin.signing.key-store");
  }

  @Test
  void refusesTheSampleKeyOfTheLedgerOutsideTheDemo() throws Exception {
    Path copy = folder.resolve("our-own.pem");
    Files.copy(Path.of("keys-sample", "ledger.key.pem"), copy);

    Program.Result refused =
        production(
                "zhixin.public-address=https://zc.example.cn",
                "zhixin.ledger.name=zc.example.cn/ledger",
                "zhixin.ledger.key=file:" + copy)
            .run("certificate", "revoke", "0000000000000000", "--reason", "r", "--ground", "g");

    assertRefused(refused);
    assertThat(refused.output()).contains("zhixin.ledger.key holds a key of keys-sample");
  }

  @Test
  void refusesToServeWithoutAnAddressForTheQrSymbols() throws Exception {
    Program.Result refused = production().run("serve", "--server.port=0");

    assertRefused(refused);
    assertThat(refused.output()).contains("zhixin.public-address");
  }

  private Program production(String... properties) {
    String[] all = Arrays.copyOf(properties, properties.length + 1);
    all[properties.length] = "spring.profiles.active=production";
    return new Program(folder.resolve("home"), all);
  }

  private static void assertRefused(Program.Result result) {
    assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
    assertThat(result.output())
        .contains("失败 / failed")
        .doesNotContain("\tat ", "stack_trace", "bean");
  }
}
