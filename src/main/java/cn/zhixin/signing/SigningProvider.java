package cn.zhixin.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The security provider that signs, by a name of {@code zhixin.signing.provider}. A native-backed
 * one is used only where it passes a test of itself; else Bouncy Castle signs, and one line of the
 * log says why.
 */
record SigningProvider(Provider provider) {
  /** The faster first, as measured by the benchmark {@code issuing}. */
  enum Native {
    /** Amazon Corretto Crypto Provider, on AWS-LC. */
    ACCP("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider"),
    /** On BoringSSL. */
    CONSCRYPT("org.conscrypt.OpenSSLProvider");

    private final String className;

    Native(String className) {
      this.className = className;
    }
  }

  static final String BOUNCY_CASTLE = "BC";
  private static final String AUTO = "auto";

  private static final Logger log = LoggerFactory.getLogger(SigningProvider.class);

  static SigningProvider bouncyCastle() {
    return new SigningProvider(BouncyCastleP256.PROVIDER);
  }

  /**
   * @param name {@code BC}, {@code ACCP} or {@code Conscrypt}; {@code auto} for the first native
   *     one that works here; or the name of a provider that is registered with the platform
   * @throws IllegalArgumentException if there is none of that name
   */
  static SigningProvider named(String name) {
    return named(name, SigningProvider.class.getClassLoader());
  }

  /**
   * @param classes has or lacks the native-backed providers
   */
  static SigningProvider named(String name, ClassLoader classes) {
    if (name.equalsIgnoreCase(BOUNCY_CASTLE)) {
      return bouncyCastle();
    }
    if (name.equalsIgnoreCase(AUTO)) {
      return firstOf(List.of(Native.values()), classes);
    }
    for (Native each : Native.values()) {
      if (each.name().equalsIgnoreCase(name)) {
        return firstOf(List.of(each), classes);
      }
    }
    Provider registered = Security.getProvider(name);
    if (registered == null) {
      throw new IllegalArgumentException(
          String.format(
              "zhixin.signing.provider 没有名为“%s”的提供者；请改为 BC、auto、ACCP、Conscrypt 之一，"
                  + "或先在 Java 平台登记它 /"
                  + " zhixin.signing.provider: no security provider is named “%s”; use BC, auto, ACCP"
                  + " or Conscrypt, or register it with the Java platform",
              name, name));
    }
    return new SigningProvider(registered);
  }

  private static SigningProvider firstOf(List<Native> candidates, ClassLoader classes) {
    StringBuilder why = new StringBuilder();
    for (Native each : candidates) {
      try {
        SigningProvider loaded = load(each, classes);
        loaded.test();
        log.info("{} {} signs", loaded.provider().getName(), loaded.provider().getVersionStr());
        return loaded;
      } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError e) {
        why.append(why.isEmpty() ? "" : "; ").append(each).append(": ").append(reason(e));
      }
    }
    log.warn("Bouncy Castle signs, no native-backed provider works here: {}", why);
    return bouncyCastle();
  }

  private static SigningProvider load(Native which, ClassLoader classes)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(which.className, true, classes);
    return new SigningProvider((Provider) type.getConstructor().newInstance());
  }

  /** With a key of the moment, for a library may load and still lack P-256. */
  private void test() throws GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("EC", BouncyCastleP256.PROVIDER);
    keys.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = keys.generateKeyPair();
    byte[] message = {1};
    byte[] signature = newSigner(translate(pair.getPrivate())).der(message);
    if (!EcdsaP256.verifyDer(pair.getPublic(), message, signature)) {
      throw new GeneralSecurityException("signs wrongly");
    }
  }

  /**
   * The key as the provider's own.
   *
   * @throws GeneralSecurityException if the provider cannot use it
   */
  PrivateKey translate(PrivateKey key) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC", provider)
        .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
  }

  /**
   * A signer for one thread.
   *
   * @param key of {@link #translate}
   * @throws GeneralSecurityException if the provider cannot use the key
   */
  EcdsaSigner newSigner(PrivateKey key) throws GeneralSecurityException {
    return provider instanceof BouncyCastleP256
        ? new DerivedNonceSigner(key)
        : new KeptSignature(key, provider);
  }

  private static String reason(Throwable problem) {
    return problem instanceof ClassNotFoundException
        ? "not on the class path"
        : String.format(
            Locale.ROOT, "%s", problem.getCause() == null ? problem : problem.getCause());
  }
}
