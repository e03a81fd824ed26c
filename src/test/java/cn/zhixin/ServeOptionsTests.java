package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ServeOptionsTests {
  private static void refused(String line, String... told) {
    assertThatExceptionOfType(StartChecks.CannotStart.class)
        .isThrownBy(() -> ServeOptions.check(List.of(line.split(" "))))
        .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
        .contains(told)
        .doesNotContain("secret");
  }

  private static void taken(String line) {
    assertThatCode(() -> ServeOptions.check(List.of(line.split(" ")))).doesNotThrowAnyException();
  }

  @Test
  void takesSettingsHoweverTheyAreWritten() {
    taken("--zhixin.database.url=jdbc:postgresql://db/x --zhixin.redis.embedded=false --debug");
    taken("--zhixin.publicAddress=https://zc.cn --zhixin.signing.key_store=file:a --server.port=0");
    taken("--zhixin.signing.trust[0]=file:a --zhixin.signing.trust[1]=file:b");
    taken("--zhixin.ledger.witnesses[0].address=https://w.cn --zhixin.signing.pkcs11.slot=1");
    taken("--zhixin.certificate.number-patterns.13={serial:6}");
  }

  @Test
  void namesTheSettingThatWasProbablyMeant() {
    refused(
        "--zhixin.datbase.url=jdbc:postgresql://db/x?password=secret",
        "没有 --zhixin.datbase.url 这项设置；是不是 --zhixin.database.url？",
        "there is no setting --zhixin.datbase.url; did you mean --zhixin.database.url?");
    refused("--zhixin.redis.ulr=redis://:secret@c", "did you mean --zhixin.redis.url?");
    refused("--zhixin.public.address=https://zc.cn", "did you mean --zhixin.public-address?");
    refused("--zhixin.colour=secret", "--zhixin.colour; all of them are in src/docs");
  }

  @Test
  void refusesAnOptionThatIsGivenTwice() {
    refused(
        "--zhixin.home=a --zhixin.home=b", "--zhixin.home 给出了两次", "--zhixin.home is given twice");
    refused("--server.port=1 --server.port=1", "--server.port is given twice");
    refused(
        "--zhixin.publicAddress=a --zhixin.public-address=b",
        "--zhixin.publicAddress, --zhixin.public-address is given twice");
    refused("--zhixin.roles=office --zhixin.roles=public", "--roles is the same");
  }

  @Test
  void takesAListInPieces() {
    taken("--zhixin.signing.trust=file:a --zhixin.signing.trust=file:b");
  }

  @Test
  void saysAfterWhichOptionAWordStandsAlone() {
    refused("--zhixin.database.password secret", "after “--zhixin.database.password” stands");
    refused("secret", "“serve”后面有一个词不是设置");
  }
}
