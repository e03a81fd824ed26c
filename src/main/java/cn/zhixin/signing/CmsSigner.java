package cn.zhixin.signing;

import cn.zhixin.encoding.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Signs the digest of a PDF's byte ranges as PAdES baseline B-B or, with a time stamp, B-T (ETSI EN
 * 319 142-1 §6.3). Confined to one thread; {@link DocumentSigning#newSigner} makes them cheaply.
 */
public final class CmsSigner {
  private final CmsSkeletons skeletons;
  private final EcdsaSigner signer;
  private final byte[] attributes;
  private final @Nullable TimeStampQueue timeStamps;

  /**
   * @param timeStamps for level B-T; null for B-B
   */
  CmsSigner(CmsSkeletons skeletons, EcdsaSigner signer, @Nullable TimeStampQueue timeStamps) {
    this.skeletons = skeletons;
    this.signer = signer;
    this.attributes = skeletons.newAttributes();
    this.timeStamps = timeStamps;
  }

  /** No signature has more bytes, with its time stamp if there is to be one. */
  public int maximumSize() {
    int stamp = timeStamps == null ? 0 : TimeStampAttribute.MAXIMUM_SIZE;
    return skeletons.maximumSize() + stamp;
  }

  /**
   * DER of the CMS SignedData.
   *
   * @throws KeyRefused outside the key's validity
   * @throws UnstampedSignature if a time stamp is wanted and none can be had
   */
  public byte[] sign(Digest byteRanges) {
    byte[] cms = signUnstamped(byteRanges);
    return timeStamps == null ? cms : PendingSignature.of(cms, timeStamps).await();
  }

  /**
   * DER of the CMS SignedData without the time stamp, which {@link DocumentSigning#stamp} adds.
   *
   * @throws KeyRefused outside the key's validity
   */
  public byte[] signUnstamped(Digest byteRanges) {
    skeletons.fillAttributes(attributes, byteRanges);
    return skeletons.fill(byteRanges, signer.der(attributes));
  }
}
