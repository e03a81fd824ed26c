package cn.zhixin.verification.offline;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.document.QrText;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.encoding.Digest;
import cn.zhixin.signing.CmsSigner;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EnteredCertificates;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Certificates as files, signed with the sample key. */
public final class IssuedFiles {
  public static final String ADDRESS = "https://zc.example.cn/v/";

  private final CompiledTemplate template;

  public IssuedFiles() throws Exception {
    template =
        DocumentTemplates.in(Path.of("templates"))
            .load("official-landscape")
            .compile("威海市人力资源和社会保障局", Map.of("address", "zc.example.cn"));
  }

  public static QrText qr(Certificate certificate) {
    return new QrText(
        ADDRESS, certificate.code().value(), DecimalDigits.encode(certificate.credential()));
  }

  public Bytes file(Certificate certificate) throws Exception {
    return file(certificate, certificate.result().name().value(), qr(certificate));
  }

  /** With a proof of the certificate's place in some ledger. */
  public Bytes file(Certificate certificate, Bytes ledgerProof) throws ContentRefused {
    return file(certificate, certificate.result().name().value(), qr(certificate), ledgerProof);
  }

  /** With a name and a QR on the page that may be another's. */
  public Bytes file(Certificate certificate, String printedName, QrText qr) throws Exception {
    return file(certificate, printedName, qr, EnteredCertificates.proof(certificate).encoded());
  }

  private Bytes file(Certificate certificate, String printedName, QrText qr, Bytes ledgerProof)
      throws ContentRefused {
    return file(certificate, printedName, qr, ledgerProof, signer());
  }

  /** Sealed with whatever key. */
  public Bytes file(
      Certificate certificate,
      String printedName,
      QrText qr,
      Bytes ledgerProof,
      DocumentSigner signer)
      throws ContentRefused {
    Map<String, String> texts = new HashMap<>();
    texts.put("holderName", printedName);
    texts.put("number", CertificateFixture.NUMBERS.grouped(certificate));
    texts.put("title", certificate.result().title().name());
    texts.put("specialty", certificate.result().specialty());
    texts.put("committee", certificate.result().committee().name());
    texts.put("code", certificate.code().grouped());
    return template
        .newRenderer(signer)
        .render(
            new DocumentContent(
                texts,
                "专业技术职称证书",
                null,
                qr,
                certificate.credential(),
                ledgerProof,
                CertificateFixture.ISSUED_AT))
        .pdf();
  }

  private static DocumentSigner signer() {
    CmsSigner signer = new DocumentSigning(CertificateFixture.KEYS, null).newSigner();
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
}
