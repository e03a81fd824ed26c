package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.signing.Ed25519PrivateKey;
import cn.zhixin.signing.MalformedKey;
import cn.zhixin.signing.MlDsa44PrivateKey;
import cn.zhixin.signing.SampleRawKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger witness}: watches ledgers and cosigns their checkpoints until it is stopped. */
@Command(
    name = "witness",
    description =
        "运行见证人：只为从不改动旧内容的账本签名"
            + " / runs a witness, which cosigns ledgers as long as they only grow (C2SP tlog-witness)",
    mixinStandardHelpOptions = true)
public final class WitnessCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  private final InstantSource clock = InstantSource.system();

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE.pem",
      description = "见证人的 Ed25519 私钥 / the witness's Ed25519 key (ledger new-key --witness)")
  private Path keyFile = Path.of("");

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "见证人的名称，如 witness.example.cn/1 / its name, a URL without scheme")
  private String name = "";

  @Option(
      names = "--log",
      required = true,
      arity = "1..*",
      paramLabel = "VKEY|FILE",
      description = "所见证账本的公钥或其文件，可写多个 / a log's verifier key or a file of such, may be repeated")
  private List<String> logs = List.of();

  @Option(
      names = "--folder",
      required = true,
      paramLabel = "DIR",
      description = "记录的文件夹，不得丢失或回退 / folder of its record, which must never be lost or set back")
  private Path folder = Path.of("");

  @Option(names = "--port", required = true, description = "端口，0 为任意 / port, 0 for any")
  private int port;

  @Option(
      names = "--address",
      defaultValue = "127.0.0.1",
      description = "监听地址 / address to listen at; default: ${DEFAULT-VALUE}")
  private String address = "127.0.0.1";

  @Option(
      names = "--ml-dsa-key",
      paramLabel = "FILE.pem",
      description = "另以 ML-DSA-44 私钥签名 / cosigns with this ML-DSA-44 key too")
  private @Nullable Path mlDsaKeyFile;

  @Option(names = "--demo", description = "演示：允许示例密钥 / demo: lets keys of keys-sample in")
  private boolean demo;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    List<CheckpointSigner> signers;
    List<VerifierKey> watched;
    try {
      signers = signers();
      watched = watched();
    } catch (MalformedKey | IllegalArgumentException e) {
      err.println(e.getMessage());
      return REFUSED;
    }
    try (WitnessedHeads heads = WitnessedHeads.open(folder);
        WitnessServer server =
            WitnessServer.start(
                new Witness(signers, watched, heads), new InetSocketAddress(address, port))) {
      say(signers, watched, server);
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private List<CheckpointSigner> signers() throws IOException, MalformedKey {
    List<CheckpointSigner> signers = new ArrayList<>();
    Ed25519PrivateKey key =
        Ed25519PrivateKey.ofPem(Files.readAllBytes(keyFile), keyFile.toString());
    if (!demo) {
      SampleRawKeys.requireNotSample(key.publicKey(), "--key");
    }
    signers.add(CheckpointSigner.witness(name, key, clock));
    if (mlDsaKeyFile != null) {
      MlDsa44PrivateKey second =
          MlDsa44PrivateKey.ofPem(Files.readAllBytes(mlDsaKeyFile), mlDsaKeyFile.toString());
      if (!demo) {
        SampleRawKeys.requireNotSample(second.publicKey(), "--ml-dsa-key");
      }
      signers.add(CheckpointSigner.mlDsa(name, second, clock));
    }
    return signers;
  }

  private List<VerifierKey> watched() throws IOException {
    List<VerifierKey> watched = new ArrayList<>();
    for (String log : logs) {
      try {
        watched.addAll(LogKeys.read(log));
      } catch (MalformedNote e) {
        throw new IllegalArgumentException(
            String.format(
                "--log 的“%s”不是账本的公钥（vkey），也不是写有公钥的文件；请向账本索取 / “%s” of --log is no"
                    + " verifier key of a log, nor a file of such: ask the log for it (%s)",
                log, log, e.getMessage()),
            e);
      }
    }
    return watched;
  }

  private void say(List<CheckpointSigner> signers, List<VerifierKey> watched, WitnessServer at) {
    PrintWriter out = spec.commandLine().getOut();
    signers.forEach(signer -> out.println(signer.key().vkey()));
    watched.forEach(log -> out.println("见证账本 / watches " + log.name()));
    out.println("见证人已启动 / the witness answers at " + at.address());
    out.flush();
  }
}
