package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * Verifies the CMS of a PDF's signature against the digest of the file's byte ranges (ETSI EN 319
 * 102-1 §5.3). What it does not do: look at the file, or ask whether a certificate was revoked.
 */
public final class CmsVerifier {
  private final TrustAnchors anchors;

  public CmsVerifier(TrustAnchors anchors) {
    this.anchors = anchors;
  }

  /**
   * @param padded DER of the CMS SignedData, zeros after it
   * @param byteRanges the digest that was computed from the file
   * @param at when the signature is taken to have been made, unless a trusted time stamp says so
   */
  public CmsOutcome verify(Bytes padded, Digest byteRanges, Instant at) {
    Optional<byte[]> der = PaddedDer.trim(padded);
    if (der.isEmpty()) {
      return new CmsOutcome.Failed(CmsFault.MALFORMED);
    }
    try {
      return new CmsCheck(new CMSSignedData(der.get()), byteRanges, anchors).run(at);
    } catch (CMSException
        | IOException
        | GeneralSecurityException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException malformed) {
      // Bouncy Castle's ASN.1 classes throw the unchecked ones on bytes of the wrong type
      return new CmsOutcome.Failed(CmsFault.MALFORMED);
    }
  }
}
