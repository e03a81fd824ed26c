package cn.zhixin.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens PKCS#12 stores (RFC 7292) and PKCS #11 tokens into a {@link KeyRing}. */
public final class KeyRingBuilder {
  private final InstantSource clock;
  private final List<SigningKey> signing = new ArrayList<>();
  private final List<X509Certificate> certificates = new ArrayList<>();
  private String providerName = SigningProvider.BOUNCY_CASTLE;
  // found with the first key: a ring without keys need not wait for it to load
  private @Nullable SigningProvider provider;
  private boolean allowSampleKeys;

  KeyRingBuilder(InstantSource clock) {
    this.clock = clock;
  }

  /** Which provider signs, for the stores added after; Bouncy Castle ({@code BC}) by default. */
  public KeyRingBuilder provider(String name) {
    providerName = name;
    provider = null;
    return this;
  }

  /** Lets keys of {@code keys-sample} in: for the demo and for tests, never else. */
  public KeyRingBuilder allowSampleKeys(boolean allow) {
    allowSampleKeys = allow;
    return this;
  }

  /**
   * Adds every private key of a store.
   *
   * @param name of the file, for messages only
   * @throws UnusableKeyStore if it cannot be opened or a key in it cannot sign
   */
  public KeyRingBuilder keyStore(byte[] pkcs12, char[] password, String name) {
    // a setting of its own, and no fault of this store
    SigningProvider signer = provider();
    String alias = "";
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(pkcs12), password);
      for (String each : Collections.list(store.aliases())) {
        alias = each;
        Key key = store.getKey(each, password);
        if (key instanceof PrivateKey secret) {
          signing.add(SigningKey.inMemory(secret, chain(store, each), signer, clock));
        }
      }
    } catch (IOException e) {
      throw new UnusableKeyStore(
          String.format(
              "%s 不是 PKCS#12 密钥库，或密码不对；请核对 key-store 和 password（password-file）的设置 /"
                  + " %s is no PKCS#12 store, or the password is wrong: look at the settings key-store"
                  + " and password (password-file)",
              name, name),
          e);
    } catch (UnfitKey e) {
      throw unusable(name, alias, e.chinese(), e.english(), e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw unusable(name, alias, e.getMessage(), e.getMessage(), e);
    }
    return this;
  }

  /**
   * Adds every private key of a token. What {@link #certificates} gave before completes the chains.
   *
   * @throws UnusableKeyStore if it cannot be opened or a key in it cannot sign
   */
  KeyRingBuilder token(Pkcs11Settings settings, char[] pin) {
    signing.addAll(new Pkcs11Token(settings, certificates).open(pin, clock));
    return this;
  }

  /** Adds keys that verify only: those of the past, or of other issuers. */
  public KeyRingBuilder certificates(Collection<X509Certificate> more) {
    certificates.addAll(more);
    return this;
  }

  /**
   * @throws SampleKeyRefused if a key of {@code keys-sample} is among those that sign or verify,
   *     and they are not allowed
   */
  public KeyRing build() {
    if (!allowSampleKeys) {
      refuseSampleKeys();
    }
    return new KeyRing(signing, certificates, clock);
  }

  private SigningProvider provider() {
    if (provider == null) {
      provider = SigningProvider.named(providerName);
    }
    return provider;
  }

  private void refuseSampleKeys() {
    SampleKeys samples = SampleKeys.load();
    for (SigningKey key : signing) {
      if (key.chain().stream().anyMatch(samples::contains)) {
        throw new SampleKeyRefused("密钥库", "a key store");
      }
    }
    if (certificates.stream().anyMatch(samples::contains)) {
      throw new SampleKeyRefused("可信证书", "the list of trusted certificates");
    }
  }

  private static UnusableKeyStore unusable(
      String name,
      String alias,
      @Nullable String chinese,
      @Nullable String english,
      Exception cause) {
    return new UnusableKeyStore(
        String.format(
            "%s 中的密钥“%s”不能用于签名：%s / the key “%s” of %s cannot sign: %s",
            name, alias, chinese, alias, name, english),
        cause);
  }

  private static List<X509Certificate> chain(KeyStore store, String alias)
      throws GeneralSecurityException {
    Certificate @Nullable [] chain = store.getCertificateChain(alias);
    if (chain == null) {
      throw new UnfitKey(
          "旁边没有证书；请把它和自己的证书放入同一个密钥库",
          "no certificate is beside it: put it into a store with its own");
    }
    return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
  }
}
