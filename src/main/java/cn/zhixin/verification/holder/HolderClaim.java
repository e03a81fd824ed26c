package cn.zhixin.verification.holder;

import cn.zhixin.catalogue.PersonName;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who a visitor says the holder is. Personal data: {@link #toString} leaves it out.
 *
 * @param name or null, if the other is there
 * @param identityTail or null, if the other is there
 */
record HolderClaim(@Nullable PersonName name, @Nullable IdentityTail identityTail) {
  /** In place of a certificate that is not there: no claim is equal to it. */
  private static final String NOBODY = "";

  HolderClaim {
    if (name == null && identityTail == null) {
      throw new IllegalArgumentException("a claim says at least one of the two");
    }
  }

  /**
   * All that is said must be right. Each part is compared in constant time, whatever the others.
   */
  boolean holdsFor(@Nullable Certificate certificate) {
    String registeredName = certificate == null ? NOBODY : certificate.result().name().canonical();
    String registeredTail =
        certificate == null ? NOBODY : IdentityTail.of(certificate.result().document().number());
    boolean right = same(name == null ? registeredName : name.canonical(), registeredName);
    right &= same(identityTail == null ? registeredTail : identityTail.value(), registeredTail);
    return right & certificate != null;
  }

  /** Latin names are written in capitals or not, as a passport or a person likes. */
  private static boolean same(String said, String registered) {
    return MessageDigest.isEqual(digest(said), digest(registered));
  }

  private static byte[] digest(String text) {
    byte[] folded = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return Digest.of(folded).value().unsafeArray();
  }

  @Override
  public String toString() {
    return "HolderClaim";
  }
}
