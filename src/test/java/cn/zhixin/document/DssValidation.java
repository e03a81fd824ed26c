package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The verdict of EU DSS on a signed PDF, trusting one authority. */
public record DssValidation(
    String format, String indication, String permission, boolean intact, int signatures) {

  public static DssValidation of(Bytes pdf, TestAuthority authority) throws IOException {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(DSSUtils.loadCertificate(authority.rootCertificate()));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    verifier.setTrustedCertSources(trusted);
    verifier.setAIASource(null);
    verifier.setCrlSource(
        new ExternalResourcesCRLSource(new ByteArrayInputStream(authority.revocationList())));
    SignedDocumentValidator validator =
        SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf.toArray()));
    validator.setCertificateVerifier(verifier);
    Reports reports = validator.validateDocument();
    SimpleReport report = reports.getSimpleReport();
    String id = report.getFirstSignatureId();
    if (id == null) {
      return new DssValidation("none", "none", "none", false, 0);
    }
    SignatureWrapper signature = reports.getDiagnosticData().getSignatureById(id);
    return new DssValidation(
        String.valueOf(report.getSignatureFormat(id)),
        String.valueOf(report.getIndication(id)),
        String.valueOf(signature.getDocMDPPermissions()),
        signature.isSignatureIntact(),
        report.getSignaturesCount());
  }
}
