package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.ExternalTools;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractIntegerAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With SoftHSM as the token. It reads where its tokens lie from the environment, so each test runs
 * in a process of its own.
 */
class Pkcs11TokenTests {
  private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String PIN = "731905";
  private static final int THREADS = 8;
  private static final int EACH = 200;

  @TempDir private Path folder;

  @BeforeEach
  void initialise() throws Exception {
    ExternalTools.require("softhsm2-util");
    ExternalTools.requireThat(Files.exists(LIBRARY), "there is no " + LIBRARY);
    Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens"));
    run("softhsm2-util", "--init-token", "--free", "--label", "zhixin", "--pin", PIN).isEqualTo(0);
  }

  @Test
  void signsInParallelWithAKeyThatCannotBeRead() throws Exception {
    child("signs").isEqualTo(0);
  }

  @Test
  void saysSoWhenTheTokenIsGone() throws Exception {
    child("loses").isEqualTo(0);
  }

  @Test
  void saysWhatIsWrongWithTheSettings() throws Exception {
    child("refuses").isEqualTo(0);
  }

  private AbstractIntegerAssert<?> child(String what) throws Exception {
    return run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        Child.class.getName(),
        what,
        folder.toString());
  }

  private AbstractIntegerAssert<?> run(String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of(command));
    if (command[0].equals("softhsm2-util")) {
      all.addAll(List.of("--so-pin", PIN + PIN));
    }
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return assertThat(process.exitValue()).as(Files.readString(said));
  }

  /** What runs with the token's environment; an assertion that fails ends it with status 1. */
  static final class Child {
    private final TestAuthority authority = new TestAuthority();
    private final TestAuthority.Issued issued = authority.issue("评审委员会", Duration.ofDays(400));
    private final Path folder;

    private Child(Path folder) {
      this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
      Child child = new Child(Path.of(arguments[1]));
      switch (arguments[0]) {
        case "signs" -> child.signs();
        case "loses" -> child.loses();
        default -> child.refuses();
      }
      System.exit(0);
    }

    private static Pkcs11Settings settings(Path library, int sessions) {
      return new Pkcs11Settings(library, null, null, null, sessions);
    }

    private KeyRing ring() throws Exception {
      Provider module =
          Security.getProvider("SunPKCS11")
              .configure("--name=fill\nlibrary=" + LIBRARY + "\nslotListIndex=0\n");
      KeyStore token = KeyStore.getInstance("PKCS11", module);
      token.load(null, PIN.toCharArray());
      Certificate[] certificate = {issued.certificate()};
      token.setKeyEntry("committee", issued.pair().getPrivate(), null, certificate);
      return KeyRing.builder(TestAuthority.CLOCK)
          .certificates(List.of(authority.certificate()))
          .token(settings(LIBRARY, 3), PIN.toCharArray())
          .build();
    }

    private void signs() throws Exception {
      KeyRing ring = ring();
      SigningKey key = ring.signingKey(KeyPurpose.ISSUING);
      List<X509Certificate> chain = List.of(issued.certificate(), authority.certificate());
      assertThat(key.chain()).isEqualTo(chain);
      DocumentSigning signing = new DocumentSigning(ring, null);
      CmsVerifier verifier = new CmsVerifier(authority.anchors());
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Future<Map<Digest, byte[]>>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        String name = "thread " + thread + ", document ";
        running.add(
            threads.submit(
                () -> {
                  CmsSigner signer = signing.newSigner();
                  Map<Digest, byte[]> signed = new HashMap<>();
                  for (int i = 0; i < EACH; i++) {
                    Bytes message = Bytes.ofUtf8(name + i);
                    signed.put(Digest.of(message), signer.sign(Digest.of(message)));
                    Bytes credential = Bytes.wrap(key.sign(message.toArray()));
                    assertThat(key.verification().verifies(message, credential)).isTrue();
                  }
                  return signed;
                }));
      }
      for (Future<Map<Digest, byte[]>> each : running) {
        each.get()
            .forEach(
                (digest, cms) ->
                    assertThat(verifier.verify(Bytes.wrap(cms), digest, TestAuthority.NOW))
                        .isInstanceOf(CmsOutcome.Passed.class));
      }
      threads.shutdown();
    }

    private void loses() throws Exception {
      SigningKey key = ring().signingKey(KeyPurpose.ISSUING);
      byte[] message = {1};
      assertThat(key.sign(message)).hasSize(64);
      Files.move(folder.resolve("tokens"), folder.resolve("away"));
      // more often than there are sessions: a failed one is given back
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> key.sign(message))
            .isInstanceOf(TokenUnavailable.class)
            .hasMessageContaining("zhixin.signing.pkcs11")
            .hasMessageContaining("CKR_");
      }
    }

    private void refuses() throws Exception {
      KeyRingBuilder builder = KeyRing.builder(TestAuthority.CLOCK);
      refused(
          builder,
          settings(Path.of("/nowhere/lib.so"), 1),
          PIN,
          "令牌无法使用",
          "（/nowhere/lib.so）",
          "(/nowhere/lib.so)");
      // before the right one: a process stays logged in
      refused(builder, settings(LIBRARY, 1), PIN + "0", "令牌不接受这个 PIN", "take the PIN", "CKR_");
      refused(builder, settings(LIBRARY, 1), PIN, "没有带证书的私钥", "no private key with a certificate");
    }

    private static void refused(
        KeyRingBuilder builder, Pkcs11Settings settings, String pin, String... words)
        throws IOException {
      assertThatThrownBy(() -> builder.token(settings, pin.toCharArray()))
          .isInstanceOf(UnusableKeyStore.class)
          .hasMessageContaining("zhixin.signing.pkcs11")
          .hasMessageContainingAll(words)
          .hasMessageNotContaining(pin);
    }
  }
}
