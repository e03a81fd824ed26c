package cn.zhixin.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertPathValidator;

/** Loads what opens keys and checks time stamps while the rest of a start goes on. */
public final class SignaturesAhead {
  private static final String NAME = "signatures-ahead";

  private SignaturesAhead() {}

  /** Returns at once. Whoever needs a key before all is loaded waits for the rest of it. */
  public static void load() {
    Thread thread = new Thread(SignaturesAhead::loadAll, NAME);
    thread.setDaemon(true);
    thread.start();
  }

  private static void loadAll() {
    try {
      KeyFactory.getInstance("EC", BouncyCastleP256.PROVIDER);
      CertPathValidator.getInstance("PKIX", BouncyCastle.PROVIDER);
    } catch (GeneralSecurityException | LinkageError e) {
      // whoever needs a key meets it again, and says so
    }
  }
}
