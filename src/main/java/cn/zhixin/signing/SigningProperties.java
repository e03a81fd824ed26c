package cn.zhixin.signing;

import cn.zhixin.encoding.WrongValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of the keys. Files are given as {@code file:…} or {@code classpath:…}.
 *
 * @param keyStore PKCS#12 stores whose keys sign credentials and documents; none: this node signs
 *     nothing. Who can change it chooses in whose name certificates are issued
 * @param password of the stores, ASCII; better given by the environment or in a file
 * @param passwordFile a file whose first line is the password, instead of {@code password}
 * @param provider the security provider that signs: {@code BC}; {@code ACCP} or {@code Conscrypt},
 *     or {@code auto} for the first of them that works, with Bouncy Castle where none does; or one
 *     registered with the platform
 * @param pkcs11 a token whose keys sign, beside those of the stores
 * @param timeStamp {@code none} for signatures of level B-B; {@code embedded} for an authority of
 *     our own on the loopback interface; or the http(s) address of one
 * @param timeStampTimeout how long to wait for a time stamp
 * @param timeStampsAtOnce requests for time stamps under way at the same time, at most
 * @param timeStampKeyStore PKCS#12 store of the embedded authority, same password
 * @param timeStampPolicy object identifier under which the embedded authority issues
 * @param trust certificates in PEM or DER that are trusted when documents are verified, and whose
 *     keys, past ones among them, verify credentials. Who can change it chooses what passes for
 *     genuine
 */
@ConfigurationProperties("zhixin.signing")
public record SigningProperties(
    @DefaultValue List<Resource> keyStore,
    @Nullable String password,
    @Nullable Resource passwordFile,
    @DefaultValue("BC") String provider,
    @NestedConfigurationProperty @Nullable Pkcs11Settings pkcs11,
    @DefaultValue("none") String timeStamp,
    @DefaultValue("10s") Duration timeStampTimeout,
    @DefaultValue("16") int timeStampsAtOnce,
    @Nullable Resource timeStampKeyStore,
    @DefaultValue("2.25.237403650276283107152107268301264327221") String timeStampPolicy,
    @DefaultValue List<Resource> trust) {
  static final String NONE = "none";
  static final String EMBEDDED = "embedded";

  public SigningProperties {
    keyStore = List.copyOf(keyStore);
    trust = List.copyOf(trust);
    if (timeStampsAtOnce < 1) {
      throw new IllegalArgumentException(
          WrongValue.of(
              "zhixin.signing.time-stamps-at-once", "至少为 1", "is at least 1", timeStampsAtOnce));
    }
    boolean known = timeStamp.equals(NONE) || timeStamp.equals(EMBEDDED);
    if (!known && !timeStamp.matches("https?://.+")) {
      throw new IllegalArgumentException(
          WrongValue.of(
              "zhixin.signing.time-stamp",
              "应为 none、embedded 或 http(s) 地址",
              "is none, embedded or an http(s) address",
              timeStamp));
    }
    if (timeStamp.equals(EMBEDDED) && timeStampKeyStore == null) {
      throw new IllegalArgumentException(
          "zhixin.signing.time-stamp=embedded 还须设置 zhixin.signing.time-stamp-key-store /"
              + " zhixin.signing.time-stamp=embedded needs zhixin.signing.time-stamp-key-store");
    }
  }

  URI timeStampAddress() {
    return URI.create(timeStamp);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SigningProperties[keyStore=" + keyStore + ", timeStamp=" + timeStamp + "]";
  }
}
