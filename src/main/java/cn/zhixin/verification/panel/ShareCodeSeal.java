package cn.zhixin.verification.panel;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.door.GroupSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes share codes so that only the nodes can read them again: AES-256-GCM (NIST SP 800-38D)
 * under a key derived from the secret that the nodes share. Safe for all threads.
 *
 * <p>Bytes: a nonce of 12, then ciphertext and tag.
 */
final class ShareCodeSeal {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  ShareCodeSeal(GroupSecret secret) {
    key = new SecretKeySpec(secret.derive("share-code", "v1").value().toArray(), "AES");
  }

  Bytes close(ShareCode code) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] text = code.value().getBytes(StandardCharsets.US_ASCII);
      byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text);
      byte[] all = Arrays.copyOf(nonce, NONCE + closed.length);
      System.arraycopy(closed, 0, all, NONCE, closed.length);
      return Bytes.wrap(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** Empty where the secret is another than the one it was closed with. */
  Optional<ShareCode> open(Bytes sealed) {
    byte[] all = sealed.toArray();
    if (all.length <= NONCE) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE));
      byte[] text = cipher.doFinal(all, NONCE, all.length - NONCE);
      return ShareCode.read(new String(text, StandardCharsets.US_ASCII));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
