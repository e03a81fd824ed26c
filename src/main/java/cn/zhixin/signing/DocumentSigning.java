package cn.zhixin.signing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes signers for documents with the key that is valid now; what a key's signatures share is
 * built once. Safe for use by several threads.
 */
public final class DocumentSigning {
  private final KeyRing keys;
  private final @Nullable TimeStampClient timeStamps;
  private final Map<KeyId, CmsSkeletons> skeletons = new ConcurrentHashMap<>();

  /**
   * @param timeStamps for level B-T; null for B-B
   */
  public DocumentSigning(KeyRing keys, @Nullable TimeStampClient timeStamps) {
    this.keys = keys;
    this.timeStamps = timeStamps;
  }

  /**
   * A signer for one thread.
   *
   * @throws KeyRefused if no key may sign now
   */
  public CmsSigner newSigner() {
    SigningKey key = keys.signingKey(KeyPurpose.ISSUING);
    CmsSkeletons prepared = skeletons.computeIfAbsent(key.id(), id -> new CmsSkeletons(key));
    return new CmsSigner(prepared, key.newSigner(), timeStamps);
  }
}
