package cn.zhixin.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.ledger.note.SignatureType;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.ledger.tile.TileNodes;
import cn.zhixin.signing.Ed25519PrivateKey;
import cn.zhixin.signing.MlDsa44PrivateKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WitnessCommandTests {
  private static final Pattern ADDRESS = Pattern.compile("answers at (http://\\S+)");
  private static final String NAME = "w.example/1";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void makesAKeyOfEachKindThatItsOwnerAloneCanRead() throws Exception {
    for (SignatureType type : SignatureType.values()) {
      Path file = folder.resolve(type + ".pem");
      List<String> arguments = new ArrayList<>(List.of("--name", NAME, "--out", file.toString()));
      if (type != SignatureType.ED25519) {
        arguments.add(type == SignatureType.ED25519_COSIGNATURE ? "--witness" : "--ml-dsa");
      }
      assertThat(run(new NewKeyCommand(), arguments)).isZero();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      VerifierKey key = VerifierKey.parse(Files.readString(folder.resolve(type + ".pem.vkey")));
      assertThat(key.type()).isEqualTo(type);
      assertThat(key.name()).isEqualTo(NAME);
      assertThat(key).isEqualTo(ofPem(type, Files.readAllBytes(file)));
      assertThat(out.toString()).contains(key.vkey()).contains("私钥").contains("Private key");
      assertThat(out.toString()).doesNotContain("BEGIN");
    }
  }

  private static VerifierKey ofPem(SignatureType type, byte[] pem) throws Exception {
    if (type == SignatureType.ML_DSA_44_COSIGNATURE) {
      return VerifierKey.ofMlDsa(NAME, MlDsa44PrivateKey.ofPem(pem, "key"));
    }
    Ed25519PrivateKey key = Ed25519PrivateKey.ofPem(pem, "key");
    return type == SignatureType.ED25519
        ? VerifierKey.ofLog(NAME, key)
        : VerifierKey.ofWitness(NAME, key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"key.pem", "key.pem.vkey"})
  void aKeyIsNeverOverwritten(String there) throws Exception {
    Files.writeString(folder.resolve(there), "precious");
    assertThat(newKey("key.pem", "--witness")).isEqualTo(1);
    assertThat(Files.readString(folder.resolve(there))).isEqualTo("precious");
    assertThat(folder).isDirectoryContaining(file -> file.endsWith(there));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
    assertThat(err.toString()).contains("不覆盖").contains(there);
  }

  @Test
  void aNameThatIsNoneMakesNoFile() throws Exception {
    assertThat(
            run(
                new NewKeyCommand(),
                List.of("--name", "a b", "--out", folder.resolve("k").toString())))
        .isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
    assertThat(err.toString()).contains("名称不可用");
  }

  @Test
  void aWitnessStartedWithNewKeysCosignsUntilItIsStopped() throws Exception {
    GrowingLog log = GrowingLog.of(20);
    newKey("w.pem", "--witness");
    newKey("pq.pem", "--ml-dsa");
    Path logKey = folder.resolve("log.vkey");
    Files.writeString(logKey, "\n" + log.key().vkey() + "\n");
    out.getBuffer().setLength(0);
    List<String> arguments =
        witness(
            folder.resolve("w.pem"),
            logKey.toString(),
            "--ml-dsa-key",
            folder.resolve("pq.pem").toString());
    Thread running = new Thread(() -> run(new WitnessCommand(), arguments));
    running.start();
    try {
      RemoteWitness remote =
          RemoteWitness.parse(
              address(),
              Files.readString(folder.resolve("w.pem.vkey"))
                  + Files.readString(folder.resolve("pq.pem.vkey")));
      remote.keys().forEach(key -> assertThat(out.toString()).contains(key.vkey()));
      Cosigning outcome =
          new WitnessClient(remote, HttpClient.newHttpClient())
              .cosign(
                  log.head(20), log.note(20), new TileNodes(log.tiles, 20), Duration.ofSeconds(10));
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Cosigning.Cosigned.class, signed -> assertThat(signed.signatures()).hasSize(2));
    } finally {
      running.interrupt();
      running.join(10_000);
    }
    assertThat(running.isAlive()).isFalse();
    WitnessedHeads.open(folder.resolve("record")).close();
  }

  @Test
  void aSampleKeyIsForTheDemo() throws Exception {
    Path sample = Path.of("keys-sample/witness.key.pem");
    assertThat(run(new WitnessCommand(), witness(sample, GrowingLog.of(1).key().vkey())))
        .isEqualTo(1);
    assertThat(err.toString()).contains("keys-sample");
    newKey("w.pem", "--witness");
    Path second = Path.of("keys-sample/ledger-ml-dsa.key.pem");
    assertThat(
            run(
                new WitnessCommand(),
                witness(
                    folder.resolve("w.pem"),
                    GrowingLog.of(1).key().vkey(),
                    "--ml-dsa-key",
                    second.toString())))
        .isEqualTo(1);
  }

  @Test
  void saysInBothLanguagesWhatIsWrongWithAKeyOrAName() throws Exception {
    String log = GrowingLog.of(1).key().vkey();
    newKey("w.pem", "--witness");
    Path key = folder.resolve("w.pem");
    Path cut = folder.resolve("cut.pem");
    Files.writeString(cut, Files.readString(key).substring(0, 60));
    assertThat(run(new WitnessCommand(), witness(cut, log))).isEqualTo(1);
    assertThat(err.toString())
        .contains(cut + " 中没有可用的 Ed25519 私钥：PEM 块不完整")
        .contains(cut + " holds no Ed25519 private key that can be used: its PEM block is cut off")
        .doesNotContain(Files.readString(cut).lines().toList().get(1));
    assertThat(run(new WitnessCommand(), witness(key, log, "--ml-dsa-key", key.toString())))
        .isEqualTo(1);
    assertThat(err.toString())
        .contains(key + " 中没有可用的 ML-DSA-44 私钥：这是算法 Ed25519 的密钥")
        .contains("its key is one of the algorithm Ed25519");
    List<String> nameless = new ArrayList<>(witness(key, log));
    nameless.set(nameless.indexOf(NAME), "a b");
    assertThat(run(new WitnessCommand(), nameless)).isEqualTo(1);
    assertThat(err.toString())
        .contains("密钥的名称不能为空，也不能有空格和 +，现在是“a b”")
        .contains("a key's name is not empty and has no space and no +, not “a b”");
  }

  @Test
  void aLogWithoutAKeyIsRefused() throws Exception {
    newKey("w.pem", "--witness");
    Path empty = Files.createFile(folder.resolve("empty.vkey"));
    for (String log : List.of("nonsense", empty.toString())) {
      assertThat(run(new WitnessCommand(), witness(folder.resolve("w.pem"), log))).isEqualTo(1);
    }
    assertThat(err.toString())
        .contains("--log 的“nonsense”不是账本的公钥", "“nonsense” of --log is no verifier key")
        .contains("--log 的“" + empty + "”", "“" + empty + "” of --log");
    assertThatThrownBy(() -> LogKeys.read(empty.toString())).hasMessageContaining("found none");
  }

  private int newKey(String file, String kind) {
    return run(
        new NewKeyCommand(),
        List.of("--name", NAME, "--out", folder.resolve(file).toString(), kind));
  }

  private List<String> witness(Path key, String log, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--key", key.toString(), "--name", NAME));
    arguments.addAll(List.of("--log", log, "--port", "0"));
    arguments.addAll(List.of("--folder", folder.resolve("record").toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private int run(Callable<Integer> command, List<String> arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private URI address() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      Matcher told = ADDRESS.matcher(out.toString());
      if (told.find()) {
        return URI.create(told.group(1));
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the witness did not start: " + err);
  }
}
