package cn.zhixin.issuance;

import cn.zhixin.certificate.CredentialSigner;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.encoding.Digest;
import cn.zhixin.signing.CmsSigner;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.PendingSignature;

/** The two signatures of a certificate, made with whichever issuing key is valid at that moment. */
final class IssuingKeys {
  private final KeyRing keys;
  private final DocumentSigning documents;

  IssuingKeys(KeyRing keys, DocumentSigning documents) {
    this.keys = keys;
    this.documents = documents;
  }

  /**
   * Before a batch is ordered: one that nobody can sign would only lie there.
   *
   * @throws cn.zhixin.signing.KeyRefused if no issuing key is valid now
   */
  void requireUsable() {
    keys.signingKey(KeyPurpose.ISSUING);
  }

  CredentialSigner credentialSigner() {
    return claims -> CoseSign1.sign(claims, keys.signingKey(KeyPurpose.ISSUING)).encoded();
  }

  /** Whether signatures get time stamps. */
  boolean stampsDocuments() {
    return documents.stampsSignatures();
  }

  /**
   * Asks for the time stamp of a document's signature.
   *
   * @param cms of {@link #documentSigner}; zeros may follow
   */
  PendingSignature stamp(byte[] cms) {
    return documents.stamp(cms);
  }

  /** For one thread; signs without the time stamp, with room for it. */
  DocumentSigner documentSigner() {
    CmsSigner signer = documents.newSigner();
    return new DocumentSigner() {
      @Override
      public int maximumSize() {
        return signer.maximumSize();
      }

      @Override
      public byte[] sign(Digest byteRanges) {
        return signer.signUnstamped(byteRanges);
      }
    };
  }
}
