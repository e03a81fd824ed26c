package cn.zhixin.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A key that stays in a PKCS #11 token. Threads share a bounded number of sessions; who finds none
 * free waits. A session that failed is not used again. Safe for use by several threads.
 */
final class TokenKey implements EcdsaSigner {
  private static final long PATIENCE_SECONDS = 30;

  private final PrivateKey key;
  private final Provider provider;
  private final Semaphore sessions;
  private final ConcurrentLinkedDeque<KeptSignature> idle = new ConcurrentLinkedDeque<>();

  /**
   * @param sessions shared by all keys of the token
   */
  TokenKey(PrivateKey key, Provider provider, Semaphore sessions) {
    this.key = key;
    this.provider = provider;
    this.sessions = sessions;
  }

  @Override
  public byte[] der(byte[] message) {
    acquire();
    try {
      KeptSignature session = idle.pollFirst();
      if (session == null) {
        session = new KeptSignature(key, provider);
      }
      byte[] signature = session.der(message);
      idle.addFirst(session);
      return signature;
    } catch (GeneralSecurityException | ProviderException | IllegalStateException e) {
      Throwable code = e.getCause() == null ? e : e.getCause();
      throw new TokenUnavailable(
          String.format(
              "zhixin.signing.pkcs11 的令牌无法签名，请查看它是否还在（%s） /"
                  + " the token of zhixin.signing.pkcs11 does not sign, look whether it is there (%s)",
              code.getMessage(), code.getMessage()),
          e);
    } finally {
      sessions.release();
    }
  }

  private void acquire() {
    try {
      if (!sessions.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TokenUnavailable(
            String.format(
                "zhixin.signing.pkcs11 的令牌 %d 秒内没有空闲会话；令牌若允许，请调大 sessions /"
                    + " no session of the token of zhixin.signing.pkcs11 was free for %d s: raise"
                    + " sessions if the token allows it",
                PATIENCE_SECONDS, PATIENCE_SECONDS),
            null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TokenUnavailable("等待令牌时被中断 / interrupted while waiting for the token", e);
    }
  }
}
