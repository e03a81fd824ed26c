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
  private final BenchmarkKey key;
  private final byte[] document;
  private final byte[] claims;
  private final Signature bare;

  /**
   * @param size bytes of a usual document
   */
  TwoSignatures(BenchmarkKey key, CertificateIssuing issuing, Entry entry, int size)
      throws Exception {
    this.key = key;
    byte[] whole = issuing.issue(entry).pdf().toArray();
    this.document = Arrays.copyOf(whole, size - issuing.signatureHole());
    this.claims = entry.claims().toArray();
    this.bare = key.newSignature();
  }

  @Override
  public Object run() throws Exception {
    byte[] cms = key.cms(document);
    bare.update(claims);
    return List.of(cms, bare.sign());
  }
}
