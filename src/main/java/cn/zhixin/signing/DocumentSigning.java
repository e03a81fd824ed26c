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

  /** With other keys and the same time stamps. */
  public DocumentSigning with(KeyRing others) {
    return new DocumentSigning(others, timeStamps);
  }

  /**
   * A signer of certificates for one thread.
   *
   * @throws KeyRefused if no key may sign now
   */
  public CmsSigner newSigner() {
    return newSigner(KeyPurpose.ISSUING);
  }

  /** A signer of documents of one purpose for one thread. */
  public CmsSigner newSigner(KeyPurpose purpose) {
    SigningKey key = keys.signingKey(purpose);
    CmsSkeletons prepared = skeletons.computeIfAbsent(key.id(), id -> new CmsSkeletons(key));
    return new CmsSigner(prepared, key.newSigner(), timeStamps);
  }
}
