package cn.zhixin.issuance;

import cn.zhixin.catalogue.Issuer;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentRenderer;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.encoding.Bytes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Draws certificates as signed PDFs; one per thread, for it keeps a renderer for each layout. */
final class CertificateDrawing {
  private final Layouts layouts;
  private final Supplier<? extends DocumentSigner> signers;
  private final QrAddress address;
  private final NumberPatterns numbers;
  private final Map<Key, DocumentRenderer> renderers = new HashMap<>();

  /**
   * @param signers gives a signer for this thread
   */
  CertificateDrawing(
      Layouts layouts,
      Supplier<? extends DocumentSigner> signers,
      QrAddress address,
      NumberPatterns numbers) {
    this.layouts = layouts;
    this.signers = signers;
    this.address = address;
    this.numbers = numbers;
  }

  /**
   * @param ledgerProof that the certificate is in the public ledger
   */
  RenderedDocument draw(Certificate certificate, String template, Instant at, Bytes ledgerProof)
      throws ContentRefused {
    String number = numbers.grouped(certificate);
    return renderer(template, certificate.result().committee().issuer())
        .render(
            new DocumentContent(
                CertificateTexts.of(certificate, number, address.typed()),
                "专业技术职称证书 " + number,
                null,
                address.textOf(certificate),
                certificate.credential(),
                ledgerProof,
                at));
  }

  private DocumentRenderer renderer(String template, Issuer issuer) {
    return renderers.computeIfAbsent(
        new Key(template, issuer),
        key -> layouts.of(key.template(), key.issuer()).newRenderer(signers.get()));
  }

  private record Key(String template, Issuer issuer) {}
}
