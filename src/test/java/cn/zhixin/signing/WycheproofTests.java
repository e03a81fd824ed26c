package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signatures that other implementations wrongly took or refused (C2SP/wycheproof). */
class WycheproofTests {
  private static final Path CORPUS =
      Path.of(System.getProperty("zhixin.shared", "../shared"), "corpora", "wycheproof");
  private static final String PLAIN = "ecdsa_secp256r1_sha256_p1363_test.json";
  private static final String DER = "ecdsa_secp256r1_sha256_test.json";

  private interface Verifier {
    boolean verify(PublicKey key, byte[] message, byte[] signature) throws GeneralSecurityException;
  }

  @Test
  void takesAndRefusesWhatThePlainSetSays() throws IOException, GeneralSecurityException {
    run(PLAIN, EcdsaP256::verifyP1363);
  }

  @Test
  void takesAndRefusesWhatTheDerSetSays() throws IOException, GeneralSecurityException {
    run(DER, EcdsaP256::verifyDer);
  }

  /** Nothing is verified with them; a library that fails here should not hold a key either. */
  @ParameterizedTest
  @ValueSource(strings = {"ACCP", "Conscrypt"})
  void soDoTheLibrariesThatMaySign(String name) throws IOException, GeneralSecurityException {
    SigningProvider library = SigningProvider.named(name);
    ExternalTools.requireThat(
        !library.equals(SigningProvider.bouncyCastle()), name + " does not work here");
    run(DER, (key, message, signature) -> verify(library, key, message, signature));
  }

  private static boolean verify(
      SigningProvider library, PublicKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("SHA256withECDSA", library.provider());
    verifier.initVerify(
        KeyFactory.getInstance("EC", library.provider())
            .generatePublic(new X509EncodedKeySpec(key.getEncoded())));
    verifier.update(message);
    try {
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static void run(String name, Verifier verifier)
      throws IOException, GeneralSecurityException {
    Path file = CORPUS.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "SKIPPED: there is no " + file);
    JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (JsonNode group : root.get("testGroups")) {
      JsonNode key = group.get("publicKey");
      PublicKey publicKey = P256Points.key(key.get("wx").asString(), key.get("wy").asString());
      for (JsonNode test : group.get("tests")) {
        byte[] message = Bytes.ofHex(test.get("msg").asString()).toArray();
        byte[] signature = Bytes.ofHex(test.get("sig").asString()).toArray();
        String result = verifier.verify(publicKey, message, signature) ? "valid" : "invalid";
        if (!result.equals(test.get("result").asString())) {
          wrong.add(test.get("tcId") + " " + test.get("comment").asString() + ": " + result);
        }
        count++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isEqualTo(root.get("numberOfTests").asInt());
  }
}
