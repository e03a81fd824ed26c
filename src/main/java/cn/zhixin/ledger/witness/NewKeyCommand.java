package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.signing.Ed25519PrivateKey;
import cn.zhixin.signing.MlDsa44PrivateKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger new-key}: makes a key of a log or of a witness; overwrites nothing. */
@Command(
    name = "new-key",
    description = "生成账本或见证人的签名密钥 / makes a key that signs a ledger's checkpoints",
    mixinStandardHelpOptions = true)
public final class NewKeyCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  private final SecureRandom random = new SecureRandom();

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description =
          "密钥的名称，如 zc.example.cn/ledger；账本密钥的名称即账本的标识"
              + " / the key's name, a URL without scheme; that of a log's key is the log's origin")
  private String name = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "私钥文件（PEM，仅属主可读），公钥存为 FILE.vkey"
              + " / file for the private key, readable by its owner only; the public one goes to FILE.vkey")
  private Path out = Path.of("");

  @ArgGroup private Kind kind = new Kind();
  @Spec private CommandSpec spec = CommandSpec.create();

  /** At most one of them; a log's Ed25519 key if none. */
  static final class Kind {
    @Option(
        names = "--witness",
        description = "见证人密钥（Ed25519，类型 4） / a witness's key (Ed25519, type 4)")
    private boolean witness;

    @Option(
        names = "--ml-dsa",
        description =
            "抗量子密钥（ML-DSA-44，类型 6），账本与见证人皆可用"
                + " / a key against quantum computers (ML-DSA-44, type 6), for a log or a witness")
    private boolean mlDsa;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Path publicFile = out.resolveSibling(out.getFileName() + ".vkey");
    for (Path file : new Path[] {out, publicFile}) {
      if (Files.exists(file)) {
        err.println("已存在，不覆盖 / is there already and stays as it is: " + file);
        return REFUSED;
      }
    }
    VerifierKey key;
    String pem;
    try {
      if (kind.mlDsa) {
        MlDsa44PrivateKey made = MlDsa44PrivateKey.generate(random);
        key = VerifierKey.ofMlDsa(name, made);
        pem = made.toPem();
      } else {
        Ed25519PrivateKey made = Ed25519PrivateKey.generate(random);
        key = kind.witness ? VerifierKey.ofWitness(name, made) : VerifierKey.ofLog(name, made);
        pem = made.toPem();
      }
    } catch (IllegalArgumentException e) {
      err.println("名称不可用 / not usable as a name: " + e.getMessage());
      return REFUSED;
    }
    KeyFiles.write(out, pem, publicFile, key.vkey());
    say(key, publicFile);
    return 0;
  }

  private void say(VerifierKey key, Path publicFile) {
    PrintWriter text = spec.commandLine().getOut();
    text.println(key.vkey());
    text.println("私钥：" + out + "，请离线备份，切勿外传；公钥：" + publicFile + "，请公开。");
    text.println(
        "Private key: "
            + out
            + "; back it up offline and show it to nobody. Public key: "
            + publicFile
            + "; publish it.");
    if (kind.mlDsa) {
      text.println("账本用 zhixin.ledger.ml-dsa-key=" + out + " 以它加签检查点，密钥名称须与账本的标识相同。");
      text.println(
          "A log signs its checkpoints with it too by zhixin.ledger.ml-dsa-key="
              + out
              + "; the key's name must then be the log's origin.");
    }
    if (kind.witness || kind.mlDsa) {
      text.println(
          "见证人用 ledger witness --" + (kind.mlDsa ? "ml-dsa-key " : "key ") + out + " 启动，并将公钥交给账本。");
      text.println(
          "A witness starts with ledger witness --"
              + (kind.mlDsa ? "ml-dsa-key " : "key ")
              + out
              + " and gives the public key to the log.");
    } else {
      text.println("账本用它签署检查点；将公钥交给查验方与见证人（ledger witness --log " + publicFile + "）。");
      text.println(
          "A log signs its checkpoints with it; give the public key to verifiers and witnesses"
              + " (ledger witness --log "
              + publicFile
              + ").");
    }
    text.flush();
  }
}
