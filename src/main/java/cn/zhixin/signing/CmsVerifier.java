package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;

/**
 * Verifies the CMS of a PDF's signature against the digest of the file's byte ranges (ETSI EN 319
 * 102-1 §5.3), and demands the form that {@link CmsGenerator} gives it, so that nothing is added
 * where the signature covers nothing. What it does not do: look at the file, or ask whether a
 * certificate was revoked.
 */
public final class CmsVerifier {
  private final TrustAnchors anchors;

  public CmsVerifier(TrustAnchors anchors) {
    this.anchors = anchors;
  }

  /**
   * @param padded DER of the CMS SignedData, and the zeros that fill its place in the file
   * @param byteRanges the digest that was computed from the file
   * @param at when the signature is taken to have been made, unless a trusted time stamp says so
   */
  public CmsOutcome verify(Bytes padded, Digest byteRanges, Instant at) {
    Optional<byte[]> der = PaddedDer.trim(padded);
    if (der.isEmpty()) {
      return new CmsOutcome.Failed(CmsFault.MALFORMED);
    }
    try {
      int left = padded.size() - der.get().length;
      Optional<CmsOutcome> known = CmsCheck.ofKnownForm(der.get(), left, byteRanges, anchors, at);
      return known.isPresent()
          ? known.get()
          : new CmsCheck(der.get(), left, byteRanges, anchors).run(at);
    } catch (CMSException | IOException | GeneralSecurityException | RuntimeException malformed) {
      // Bouncy Castle's ASN.1 classes throw unchecked ones of all kinds on bytes of the wrong type
      return new CmsOutcome.Failed(CmsFault.MALFORMED);
    }
  }
}
