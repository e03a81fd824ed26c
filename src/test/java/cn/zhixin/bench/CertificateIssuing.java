package cn.zhixin.bench;

import cn.zhixin.bench.CertificateSets.Entry;
import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentRenderer;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.QrText;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.encoding.Digest;
import cn.zhixin.signing.CmsSigner;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.SigningKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** All steps of one certificate as the service does them, in memory, on one thread. */
public final class CertificateIssuing {
  private static final Instant AT = Instant.parse("2025-11-18T02:03:04Z");
  private static final String ADDRESS = "https://zc.weihai.example/v/";

  private final DocumentSigner signer;
  private final DocumentRenderer renderer;
  private final SigningKey key;

  public CertificateIssuing(CompiledTemplate template, String provider) throws Exception {
    this(template, provider, signer -> signer);
  }

  /**
   * @param around what signs in the signer's place, perhaps by asking it
   */
  CertificateIssuing(
      CompiledTemplate template, String provider, UnaryOperator<DocumentSigner> around)
      throws Exception {
    KeyRing keys =
        KeyRing.builder(InstantSource.system())
            .provider(provider)
            .allowSampleKeys(true)
            .keyStore(BenchmarkKey.store(), BenchmarkKey.password(), BenchmarkKey.STORE)
            .build();
    this.key = keys.signingKey(KeyPurpose.ISSUING);
    this.signer = around.apply(adapted(new DocumentSigning(keys, null).newSigner()));
    this.renderer = template.newRenderer(signer);
  }

  private static DocumentSigner adapted(CmsSigner cms) {
    return new DocumentSigner() {
      @Override
      public int maximumSize() {
        return cms.maximumSize();
      }

      @Override
      public byte[] sign(Digest byteRanges) {
        return cms.sign(byteRanges);
      }
    };
  }

  public RenderedDocument issue(Entry entry) throws Exception {
    return render(content(entry));
  }

  RenderedDocument render(DocumentContent content) throws Exception {
    return renderer.render(content);
  }

  /** All of it but the file: the credential is signed. */
  public DocumentContent content(Entry entry) {
    Bytes credential = CoseSign1.sign(entry.claims(), key).encoded();
    String number = entry.texts().get("number");
    return new DocumentContent(
        entry.texts(),
        "专业技术职称证书 " + number,
        entry.photo(),
        new QrText(ADDRESS, entry.code(), DecimalDigits.encode(credential)),
        credential,
        entry.ledgerProof(),
        AT);
  }

  /** Bytes of a document that no signature covers. */
  int signatureHole() {
    return 2 * signer.maximumSize() + 2;
  }
}
