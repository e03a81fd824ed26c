package cn.zhixin.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Opens a token (PKCS #11) through the platform's own provider. Each private key that has a
 * certificate beside it in the token becomes a signing key; nothing is written to the token.
 */
final class Pkcs11Token {
  private static final String SETTING = "zhixin.signing.pkcs11";

  private final Pkcs11Settings settings;
  private final Collection<X509Certificate> issuers;

  /**
   * @param issuers complete the chains where the token has only the key's certificate
   */
  Pkcs11Token(Pkcs11Settings settings, Collection<X509Certificate> issuers) {
    this.settings = settings;
    this.issuers = List.copyOf(issuers);
  }

  /**
   * @throws UnusableKeyStore if it cannot be opened, has no key, or a key that cannot sign
   */
  List<SigningKey> open(char[] pin, InstantSource clock) {
    List<SigningKey> keys = new ArrayList<>();
    try {
      Provider module = module();
      KeyStore store = KeyStore.getInstance("PKCS11", module);
      store.load(null, pin);
      Semaphore sessions = new Semaphore(settings.sessions(), true);
      for (String alias : Collections.list(store.aliases())) {
        Key key = store.getKey(alias, null);
        if (key instanceof PrivateKey secret) {
          EcdsaSigner signer = new TokenKey(secret, module, sessions);
          keys.add(new SigningKey(() -> signer, chain(store.getCertificateChain(alias)), clock));
        }
      }
    } catch (IOException e) {
      throw unusable(
          "令牌不接受这个 PIN，请核对 pin（pin-file）" + code(e),
          "the token does not take the PIN, look at pin (pin-file)" + code(e),
          e);
    } catch (UnfitKey e) {
      throw unusable(
          "令牌中有密钥不能用于签名：" + e.chinese(), "a key of the token cannot sign: " + e.english(), e);
    } catch (GeneralSecurityException | InvalidParameterException | ProviderException e) {
      throw unusable(
          "令牌无法使用，请核对 library 和 slot" + code(e),
          "the token cannot be used, look at library and slot" + code(e),
          e);
    }
    if (keys.isEmpty()) {
      throw unusable(
          "令牌中没有带证书的私钥，请先存入",
          "the token has no private key with a certificate: put one there",
          null);
    }
    return keys;
  }

  private Provider module() {
    Provider unconfigured = Security.getProvider("SunPKCS11");
    if (unconfigured == null) {
      throw unusable(
          "这个 Java 没有 SunPKCS11（模块 jdk.crypto.cryptoki），请换用带有它的",
          "this Java has no SunPKCS11 (module jdk.crypto.cryptoki): use one that has",
          null);
    }
    String slot = settings.slot() == null ? "slotListIndex=0" : "slot=" + settings.slot();
    return unconfigured.configure(
        "--name=zhixin\nlibrary=\"" + settings.library() + "\"\n" + slot + "\n");
  }

  private List<X509Certificate> chain(Certificate[] found) {
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate each : found) {
      chain.add((X509Certificate) each);
    }
    X509Certificate issuer = issuerOf(chain.get(chain.size() - 1));
    while (issuer != null && !chain.contains(issuer)) {
      chain.add(issuer);
      issuer = issuerOf(issuer);
    }
    return chain;
  }

  private @Nullable X509Certificate issuerOf(X509Certificate certificate) {
    for (X509Certificate each : issuers) {
      if (each.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
        try {
          certificate.verify(each.getPublicKey(), BouncyCastle.PROVIDER);
          return each;
        } catch (GeneralSecurityException ofAnotherKey) {
          // one of the same name, an earlier key say
        }
      }
    }
    return null;
  }

  private UnusableKeyStore unusable(String chinese, String english, @Nullable Throwable cause) {
    return new UnusableKeyStore(
        String.format(
            "%s（%s）：%s / %s (%s): %s",
            SETTING, settings.library(), chinese, SETTING, settings.library(), english),
        cause);
  }

  /** What the token itself said, such as {@code CKR_PIN_INCORRECT}. */
  private static String code(Throwable problem) {
    Throwable first = problem;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return " (" + first.getMessage() + ")";
  }
}
