package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
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
  private final @Nullable TimeStampClient timeStamps;

  CmsSigner(CmsSkeletons skeletons, EcdsaSigner signer, @Nullable TimeStampClient timeStamps) {
    this.skeletons = skeletons;
    this.signer = signer;
    this.attributes = skeletons.newAttributes();
    this.timeStamps = timeStamps;
  }

  /** No signature has more bytes. */
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
    skeletons.fillAttributes(attributes, byteRanges);
    byte[] signature = signer.der(attributes);
    byte[] cms = skeletons.fill(byteRanges, signature);
    if (timeStamps == null) {
      return cms;
    }
    try {
      return TimeStampAttribute.add(cms, timeStamps.stamp(Bytes.wrap(signature)));
    } catch (TimeStampUnavailable e) {
      throw new UnstampedSignature(e);
    }
  }
}
