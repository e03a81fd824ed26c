package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.NumberPattern;
import cn.zhixin.document.CompiledTemplates;
import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentRenderer;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.RenderedDocument;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Draws certificates as signed PDFs; one per thread, for it keeps a renderer for each layout. */
final class CertificateDrawing {
  private final CompiledTemplates templates;
  private final Supplier<? extends DocumentSigner> signers;
  private final QrAddress address;
  private final NumberPattern numbers;
  private final Map<Layout, DocumentRenderer> renderers = new HashMap<>();

  CertificateDrawing(
      CompiledTemplates templates,
      Supplier<? extends DocumentSigner> signers,
      QrAddress address,
      NumberPattern numbers) {
    this.templates = templates;
    this.signers = signers;
    this.address = address;
    this.numbers = numbers;
  }

  RenderedDocument draw(Certificate certificate, String template, Instant at)
      throws ContentRefused {
    String grouped = numbers.grouped(certificate.number());
    Layout layout = new Layout(template, certificate.result().committee().issuer().name());
    return renderers
        .computeIfAbsent(
            layout,
            missing ->
                new DocumentRenderer(
                    templates.compiled(missing.template(), missing.issuer()), signers.get()))
        .render(
            new DocumentContent(
                CertificateTexts.of(certificate, grouped, address.typed()),
                "专业技术职称证书 " + grouped,
                null,
                address.textOf(certificate),
                certificate.credential(),
                at));
  }

  private record Layout(String template, String issuer) {}
}
