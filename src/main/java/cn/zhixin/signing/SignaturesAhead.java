package cn.zhixin.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;

/**
 * Loads what reads keys and verifies signatures while the rest of a start goes on: with its table
 * of algorithms and curves that is a fifteenth of the work until the first answer.
 */
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
      KeyFactory.getInstance("EC", BouncyCastle.PROVIDER);
    } catch (GeneralSecurityException | LinkageError e) {
      // whoever needs a key meets it again, and says so
    }
  }
}
