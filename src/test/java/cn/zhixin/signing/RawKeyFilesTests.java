package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhixin.ExternalTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the place of a ledger's or a witness's key that are none. */
class RawKeyFilesTests {
  private static final byte[] SEED = new byte[32];

  @TempDir private Path folder;

  private final String good = Ed25519PrivateKey.generate(new SecureRandom()).toPem();

  @Test
  void readsWhatItWrote() throws Exception {
    assertThat(Ed25519PrivateKey.ofPem(bytes(good), "k").toPem()).isEqualTo(good);
    String other = MlDsa44PrivateKey.generate(new SecureRandom()).toPem();
    assertThat(MlDsa44PrivateKey.ofPem(bytes(other), "k").toPem()).isEqualTo(other);
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    String cut = good.substring(0, good.length() - 30);
    String noise = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    refused("", "其中没有 PEM", "there is no PEM in it");
    refused(cut, "PEM 块不完整，或不是 base64", "its PEM block is cut off or is no base64");
    refused(good + good, "PEM 块不止一个", "it has more than one PEM block");
    refused(noise, "PEM 块中的 3 字节不是 PKCS#8", "the 3 bytes in its PEM block are no PKCS#8");
    refused(
        Files.readString(Path.of("keys-sample/root.cer.pem")),
        "其中是 BEGIN CERTIFICATE",
        "it begins with BEGIN CERTIFICATE");
    refused(
        Files.readString(Path.of("keys-sample/ledger-ml-dsa.key.pem")),
        "这是算法 ML-DSA-44 的密钥",
        "its key is one of the algorithm ML-DSA-44");
    refused(
        pem(RawKeyKind.ED25519, new DEROctetString(new byte[31])),
        "密钥不是 32 字节",
        "its key has not 32 bytes");
    byte[] another = Ed25519PrivateKey.generate(new SecureRandom()).publicKey().value().toArray();
    PrivateKeyInfo pair =
        new PrivateKeyInfo(RawKeyKind.ED25519.algorithm(), new DEROctetString(SEED), null, another);
    refused(
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getEncoded())
            + "\n-----END PRIVATE KEY-----\n",
        "所附的公钥不是它的",
        "the public key with it is another key's");
  }

  @Test
  void saysWhatIsWrongWithAKeyAgainstQuantumComputers() {
    DEROctetString seed = new DEROctetString(SEED);
    DEROctetString expanded = new DEROctetString(new byte[2560]);
    refusedMlDsa(expanded, "只有展开的密钥，没有种子", "it has the expanded key without its seed");
    refusedMlDsa(
        new DERSequence(new ASN1Encodable[] {seed, expanded}),
        "展开的密钥与种子不符",
        "its expanded key does not come from its seed");
    refusedMlDsa(
        new DERTaggedObject(false, 0, new DEROctetString(new byte[31])),
        "种子不是 32 字节，或展开的密钥不是 2560 字节",
        "its seed has not 32 or its expanded key not 2560 bytes");
    refusedMlDsa(new DERSequence(), "密钥内容不是应有的结构", "its key has another structure");
  }

  @Test
  void saysThatAKeyOfOpensslIsOfAnotherKindOrHasAPassword() throws Exception {
    ExternalTools.require("openssl");
    Path plain = folder.resolve("plain.pem");
    openssl("genpkey", "-algorithm", "ed25519", "-out", plain.toString());
    assertThat(Ed25519PrivateKey.ofPem(Files.readAllBytes(plain), "k").toString())
        .startsWith("Ed25519PrivateKey[of ");
    Path locked = folder.resolve("locked.pem");
    openssl(
        "pkcs8",
        "-topk8",
        "-in",
        plain.toString(),
        "-out",
        locked.toString(),
        "-passout",
        "pass:secret");
    refused(
        Files.readString(locked),
        "其中是 BEGIN ENCRYPTED PRIVATE KEY",
        "it begins with BEGIN ENCRYPTED PRIVATE KEY");
    Path rsa = folder.resolve("rsa.pem");
    openssl("genpkey", "-algorithm", "rsa", "-out", rsa.toString());
    refused(
        Files.readString(rsa),
        "这是算法 1.2.840.113549.1.1.1 的密钥",
        "its key is one of the algorithm 1.2.840.113549.1.1.1");
  }

  private static void refused(String file, String chinese, String english) {
    told(
        catchThrowableOfType(
            MalformedKey.class, () -> Ed25519PrivateKey.ofPem(bytes(file), "/k/log.pem")),
        file,
        "Ed25519",
        chinese,
        english);
  }

  private static void refusedMlDsa(ASN1Encodable inner, String chinese, String english) {
    String file = pem(RawKeyKind.ML_DSA_44, inner);
    told(
        catchThrowableOfType(
            MalformedKey.class, () -> MlDsa44PrivateKey.ofPem(bytes(file), "/k/log.pem")),
        file,
        "ML-DSA-44",
        chinese,
        english);
  }

  private static void told(
      MalformedKey refused, String file, String kind, String chinese, String english) {
    assertThat(refused)
        .hasMessageStartingWith("/k/log.pem 中没有可用的 " + kind + " 私钥：" + chinese + "；应为")
        .hasMessageContaining(
            " / /k/log.pem holds no "
                + kind
                + " private key that can be used: "
                + english
                + "; it");
    // no line of the key itself
    assertThat(file.lines().filter(line -> line.length() > 3 && !line.startsWith("--")))
        .noneMatch(line -> String.valueOf(refused.getMessage()).contains(line));
  }

  private static String pem(RawKeyKind kind, ASN1Encodable inner) {
    return PrivateKeyPem.write(kind, inner);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void openssl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    assertThat(ExternalTools.run(command.toArray()).exit()).isZero();
  }
}
