package cn.zhixin.bench;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * The way of EU DSS, the Commission's reference library: what is to be signed is asked for first,
 * then the document is made with the signature's value. Service and signature are kept.
 */
final class DssSigning implements PdfSigning {
  private static final int SIGNATURE_SIZE = 4096;

  private final PAdESService service;
  private final Signature signature;
  private final List<CertificateToken> chain = new ArrayList<>();

  DssSigning(BenchmarkKey key) throws Exception {
    CommonCertificateVerifier offline = new CommonCertificateVerifier(true);
    offline.setAIASource(null);
    service = new PAdESService(offline);
    service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
    signature = key.newSignature();
    for (byte[] certificate : key.certificates()) {
      chain.add(DSSUtils.loadCertificate(certificate));
    }
  }

  @Override
  public byte[] sign(byte[] pdf, Instant at) throws Exception {
    PAdESSignatureParameters parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSigningCertificate(chain.get(0));
    parameters.setCertificateChain(chain);
    parameters.setContentSize(SIGNATURE_SIZE);
    parameters.bLevel().setSigningDate(Date.from(at));
    DSSDocument document = new InMemoryDocument(pdf);
    ToBeSigned attributes = service.getDataToSign(document, parameters);
    signature.update(attributes.getBytes());
    SignatureValue value = new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign());
    return DSSUtils.toByteArray(service.signDocument(document, parameters, value));
  }
}
