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
  private static final int AT_ONCE = 16;

  private final @Nullable TimeStampQueue timeStamps;
  private final Map<KeyId, CmsSkeletons> skeletons = new ConcurrentHashMap<>();

  /**
   * @param timeStamps for level B-T; null for B-B
   */
  public DocumentSigning(KeyRing keys, @Nullable TimeStampClient timeStamps) {
    this(keys, timeStamps, AT_ONCE);
  }

  /**
   * @param atOnce requests for time stamps under way at the same time, at most
   */
  DocumentSigning(KeyRing keys, @Nullable TimeStampClient timeStamps, int atOnce) {
    this(keys, timeStamps == null ? null : new TimeStampQueue(timeStamps, atOnce));
  }

  private DocumentSigning(KeyRing keys, @Nullable TimeStampQueue timeStamps) {
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

  /** Whether signatures are of level B-T. */
  public boolean stampsSignatures() {
    return timeStamps != null;
  }

  /**
   * Asks for the time stamp of a signature that was made without; others may be made meanwhile.
   *
   * @param cms of {@link CmsSigner#signUnstamped}; zeros may follow
   * @throws IllegalStateException at level B-B
   */
  public PendingSignature stamp(byte[] cms) {
    if (timeStamps == null) {
      throw new IllegalStateException("there is no time stamp authority");
    }
    return PendingSignature.of(cms, timeStamps);
  }

  /** What time stamps have cost so far. */
  public TimeStampCost timeStampCost() {
    return timeStamps == null ? TimeStampCost.NONE : timeStamps.cost();
  }
}
