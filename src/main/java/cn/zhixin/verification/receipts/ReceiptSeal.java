package cn.zhixin.verification.receipts;

import cn.zhixin.document.DocumentSigner;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.signing.CmsSigner;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.JsonSignature;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.VerificationKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** The key that signs receipts. Safe for all threads. */
final class ReceiptSeal {
  private final KeyRing keys;
  private final DocumentSigning documents;

  ReceiptSeal(KeyRing keys, DocumentSigning documents) {
    this.keys = keys;
    this.documents = documents;
  }

  /**
   * @throws cn.zhixin.signing.KeyRefused if no key may sign now
   */
  Bytes sign(Receipt receipt) {
    return JsonSignature.sign(
        ReceiptJson.write(receipt), keys.signingKey(KeyPurpose.RECEIPT), ReceiptJson.TYPE);
  }

  /**
   * A signer for one document.
   *
   * @throws cn.zhixin.signing.KeyRefused if no key may sign now
   */
  DocumentSigner newSigner() {
    CmsSigner signer = documents.newSigner(KeyPurpose.RECEIPT);
    return new DocumentSigner() {
      @Override
      public int maximumSize() {
        return signer.maximumSize();
      }

      @Override
      public byte[] sign(Digest byteRanges) {
        return signer.sign(byteRanges);
      }
    };
  }

  /** Whether the signatures of documents carry time stamps. */
  boolean stampsSignatures() {
    return documents.stampsSignatures();
  }

  List<VerificationKey> publicKeys() {
    return keys.signingKeys().stream().map(key -> key.verification()).toList();
  }

  List<X509Certificate> certificates() {
    return keys.signingKeys().stream().map(key -> key.certificate()).toList();
  }
}
