package cn.zhixin.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ledger.following.GrowingLedger;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.signing.Ed25519PrivateKey;
import cn.zhixin.signing.MlDsa44PrivateKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTests {
  @TempDir private Path folder;
  private GrowingLedger ledger = new GrowingLedger(Path.of(""));
  private Path state = Path.of("");
  private String out = "";
  private String err = "";

  @BeforeEach
  void grow() throws Exception {
    ledger = new GrowingLedger(folder.resolve("ledger")).growTo(300);
    state = folder.resolve("zc.ledger-state");
  }

  private int check(Object... arguments) {
    return check(ledger, arguments);
  }

  private int check(GrowingLedger followed, Object... arguments) {
    List<String> all = new ArrayList<>(List.of("check", followed.folder().toString()));
    all.addAll(List.of("--state", state.toString()));
    Arrays.stream(arguments).map(Object::toString).forEach(all::add);
    if (!all.contains("--lang")) {
      all.addAll(List.of("--lang", "en"));
    }
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    CommandLine command = LedgerCommand.with();
    StringWriter printed = new StringWriter();
    StringWriter complained = new StringWriter();
    command.setOut(new PrintWriter(printed));
    command.setErr(new PrintWriter(complained));
    int exit = command.execute(arguments);
    out = printed.toString();
    err = complained.toString();
    return exit;
  }

  private String key() {
    return ledger.key().vkey();
  }

  @Test
  void saysInOneLineThatNothingIsWrong() throws Exception {
    assertThat(check("--key", key())).isZero();
    assertThat(out)
        .isEqualToIgnoringNewLines(
            "Ledger zc.example.cn/ledger: 300 entries, 300 new"
                + " (issued 270, revoked 30, issuer 1: 200, issuer 2: 100), nothing wrong.");
    assertThat(check()).isZero();
    assertThat(out).contains("300 entries, none new, nothing wrong.");
    ledger.growTo(310);
    assertThat(check("--lang", "zh")).isZero();
    assertThat(out)
        .isEqualToIgnoringNewLines(
            "账本 zc.example.cn/ledger：共 310 条，新增 10 条（签发 9，撤销 1，发证机关 1：6，发证机关 2：4），未见异常。");
    assertThat(err).isEmpty();
  }

  @Test
  void itsHelpTellsOfTheStateFile() throws Exception {
    assertThat(run("check", "--help")).isZero();
    assertThat(out.replaceAll("\\s", ""))
        .contains(
            "zc.example.cn_ledger.ledger-state",
            "ledgertakenbackorforkedsince",
            "Ifitislost,give--keyagain",
            "才看得出账本后来被回退或分叉",
            "丢失后须重新用--key指定公钥");
    for (String readme : List.of("README.md", "README.zh-CN.md")) {
      assertThat(Files.readString(Path.of(readme)))
          .contains("localhost_8080_ledger.ledger-state", "--state", "--key");
    }
    assertThat(StateNames.of("http://localhost:8080/ledger"))
        .hasToString("localhost_8080_ledger.ledger-state");
  }

  /** What the help says of a state that is lost: from the beginning again, and with the key. */
  @Test
  void aLostStateIsBegunAnewWithTheKey() throws Exception {
    assertThat(check("--key", key())).isZero();
    Files.delete(state);
    assertThat(check()).isEqualTo(2);
    assertThat(err).contains("--key");
    assertThat(check("--key", key())).isZero();
    assertThat(out).contains("300 entries, 300 new");
  }

  @Test
  void printsJson() {
    assertThat(check("--key", key(), "--json")).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(out);
    assertThat(report.path("outcome").asString()).isEqualTo("UP_TO_DATE");
    assertThat(report.path("size").asLong()).isEqualTo(300);
    assertThat(report.path("root").asString()).isEqualTo(ledger.head().root().toHex());
    assertThat(report.path("kinds").path("REVOKED").asLong()).isEqualTo(30);
    assertThat(report.path("issuers").path("2").path("ISSUED").asLong()).isEqualTo(90);
  }

  @Test
  void anAlarmEndsWith1KeepsTheEvidenceAndLeavesTheStateAsItWas() throws Exception {
    assertThat(check("--key", key())).isZero();
    byte[] before = Files.readAllBytes(state);
    String seen = ledger.sign().encoded();
    GrowingLedger fork = ledger.twin(folder.resolve("fork")).growTo(299).growTo(400, "another");
    for (int run = 0; run < 2; run++) {
      assertThat(check(fork)).isEqualTo(1);
      assertThat(out).isEmpty();
      assertThat(err)
          .startsWith("ALARM: ledger zc.example.cn/ledger: The ledger forked")
          .contains("FORKED: size 300 → 400", state + ".evidence");
      assertThat(Files.readAllBytes(state)).isEqualTo(before);
    }
    assertThat(Files.readString(Path.of(state + ".evidence")))
        .containsOnlyOnce(seen)
        .containsOnlyOnce(fork.sign().encoded());
    assertThat(check(fork, "--json")).isEqualTo(1);
    assertThat(out).contains("\"FORKED\"", "\"ALARM\"");
    assertThat(check(ledger.growTo(310))).as("the ledger itself is still followed").isZero();
  }

  @Test
  void anAlarmOnTheFirstRunMakesNoState() throws Exception {
    ledger.publish("no note");
    assertThat(check("--key", key())).isEqualTo(1);
    assertThat(err).contains("MALFORMED_CHECKPOINT");
    assertThat(state).doesNotExist();
    assertThat(Files.readString(Path.of(state + ".evidence"))).contains("no note");
  }

  @Test
  void withoutAKeyItSaysHowToGetOne() {
    assertThat(check()).isEqualTo(2);
    assertThat(err).contains("--key", "/.well-known/zhixin.json");
    assertThat(state).doesNotExist();
  }

  @Test
  void anotherKeyThanThatOfTheStateIsRefused() {
    assertThat(check("--key", key())).isZero();
    assertThat(check("--key", key())).isZero();
    GrowingLedger stranger = new GrowingLedger(folder.resolve("stranger"));
    assertThat(check("--key", stranger.key().vkey())).isEqualTo(2);
    assertThat(err).contains(key(), stranger.key().vkey());
  }

  @Test
  void aDamagedStateIsNeitherUsedNorReplaced() throws Exception {
    assertThat(check("--key", key())).isZero();
    String damaged = Files.readString(state).replaceFirst("last 20", "last 19");
    Files.writeString(state, damaged);
    assertThat(check("--key", key())).isEqualTo(2);
    assertThat(err).contains(state.toString(), "damaged");
    assertThat(Files.readString(state)).isEqualTo(damaged);
  }

  @Test
  void keysMayStandInFilesAndAllWitnessesAreWantedUnlessFewerAreAskedFor() throws Exception {
    CheckpointSigner first = GrowingLedger.witness("w.example/1");
    CheckpointSigner second = GrowingLedger.witness("w.example/2");
    Path file = Files.writeString(folder.resolve("ledger.vkey"), key() + "\n");
    ledger.publish(ledger.sign(first));
    String one = first.key().vkey();
    String two = second.key().vkey();
    assertThat(check("--key", file, "--witness", one, "--witness", two)).isEqualTo(1);
    assertThat(err).contains("TOO_FEW_WITNESSES");
    assertThat(check("--key", file, "--witness", one, "--witness", two, "--quorum", "1")).isZero();
    assertThat(check("--witness", one, "--quorum", "2")).isEqualTo(2);
    assertThat(check("--witness", one, "--witness", one)).isEqualTo(2);
    assertThat(check("--witness", "nonsense")).isEqualTo(2);
    assertThat(err).contains("nonsense");
  }

  @Test
  void whatCannotBeReadEndsWith2() throws Exception {
    GrowingLedger nowhere = ledger.twin(folder.resolve("nowhere"));
    assertThat(check(nowhere, "--key", key())).isEqualTo(2);
    assertThat(err).contains("There is no folder " + nowhere.folder());
    Files.createDirectories(nowhere.folder());
    assertThat(check(nowhere, "--key", key())).isEqualTo(2);
    assertThat(err).contains("There is no checkpoint here.");
    assertThat(check("--quorum", "many")).isEqualTo(2);
  }

  @Test
  void anAddressWithoutItsBeginningIsExplained() {
    assertThat(run("check", "localhost:9471/ledger", "--key", key(), "--lang", "en")).isEqualTo(2);
    assertThat(err).contains("localhost:9471/ledger", "begins with http:// or https://");
  }

  @Test
  void aKeyOfAnotherNameOnTheFirstRunIsNoAlarm() throws Exception {
    String other =
        CheckpointSigner.log("gz.example.cn/ledger", Ed25519PrivateKey.generate(new SecureRandom()))
            .key()
            .vkey();
    assertThat(check("--key", other)).isEqualTo(2);
    assertThat(err)
        .contains("the key given is of ledger gz.example.cn/ledger")
        .contains("shows ledger " + GrowingLedger.ORIGIN)
        .doesNotContain("ALARM");
    assertThat(state).doesNotExist();
    assertThat(Path.of(state + ".evidence")).doesNotExist();
    assertThat(check("--key", key())).isZero();
    ledger.publish(ledger.sign().encoded().replaceFirst("zc", "gz"));
    assertThat(check()).as("once it is known, another name is an alarm").isEqualTo(1);
    assertThat(err).contains("OTHER_LEDGER");
  }

  @Test
  void onlyChineseAndEnglishAreSpoken() {
    assertThat(check("--key", key(), "--lang", "fr")).isEqualTo(2);
    assertThat(err).contains("no fr");
  }

  @Test
  void aFurtherKeyOfTheLedgerMustHaveSignedAndIsNoWitness() throws Exception {
    CheckpointSigner mlDsa =
        CheckpointSigner.mlDsa(
            GrowingLedger.ORIGIN,
            MlDsa44PrivateKey.generate(new SecureRandom()),
            GrowingLedger.CLOCK);
    String further = mlDsa.key().vkey();
    assertThat(check("--key", key(), "--witness", further)).isEqualTo(1);
    assertThat(err).contains("NOT_SIGNED_BY_LEDGER");
    ledger.publish(ledger.sign(mlDsa));
    assertThat(check("--key", key(), "--witness", further, "--json")).isZero();
    assertThat(JsonMapper.builder().build().readTree(out).path("witnesses").size()).isZero();
    assertThat(check("--witness", further, "--quorum", "1")).isEqualTo(2);
  }

  @Test
  void aNewMlDsaKeyTellsHowALedgerUsesIt() {
    Path file = folder.resolve("log.pem");
    assertThat(run("new-key", "--ml-dsa", "--name", "a.example/log", "--out", file.toString()))
        .isZero();
    assertThat(out).contains("zhixin.ledger.ml-dsa-key=" + file, "ledger witness --ml-dsa-key");
  }

  @Test
  void aStateFileIsNamedAfterTheAddressOrTheFolder() {
    assertThat(StateNames.of("https://zc.example.cn/ledger/"))
        .hasToString("zc.example.cn_ledger.ledger-state");
    assertThat(StateNames.of("http://127.0.0.1:8080/ledger"))
        .hasToString("127.0.0.1_8080_ledger.ledger-state");
    assertThat(StateNames.of("/srv/账本/")).hasToString("账本.ledger-state");
    assertThat(StateNames.of("/")).hasToString("ledger.ledger-state");
  }
}
