package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;

/**
 * A certificate's two signatures without the certificate: a CMS by Bouncy Castle's generator over
 * as many bytes as a document of ours signs, and the bare one of a credential.
 */
final class TwoSignatures implements Contest.Work {
  private final byte[] document;
  private final byte[] claims;
  private final Signature bare;
  private final Cms cms;

  /** A signature over a whole document. */
  private interface Cms {
    byte[] of(byte[] document) throws Exception;
  }

  private TwoSignatures(CertificateIssuing issuing, Entry entry, int size, Signature bare, Cms cms)
      throws Exception {
    byte[] whole = issuing.issue(entry).pdf().toArray();
    this.document = Arrays.copyOf(whole, size - issuing.signatureHole());
    this.claims = entry.claims().toArray();
    this.bare = bare;
    this.cms = cms;
  }

  /**
   * With the provider's usual nonces.
   *
   * @param size bytes of a usual document
   */
  static TwoSignatures usual(BenchmarkKey key, CertificateIssuing issuing, Entry entry, int size)
      throws Exception {
    return new TwoSignatures(issuing, entry, size, key.newSignature(), key::cms);
  }

  /** With nonces as the certificate's own have: Bouncy Castle derives them, in its own SHA-256. */
  static TwoSignatures asIssued(BenchmarkKey key, CertificateIssuing issuing, Entry entry, int size)
      throws Exception {
    Signature signature = key.newSignatureAsIssued();
    return new TwoSignatures(
        issuing, entry, size, signature, document -> key.cms(document, signature));
  }

  @Override
  public Object run() throws Exception {
    byte[] signed = cms.of(document);
    bare.update(claims);
    return List.of(signed, bare.sign());
  }
}
