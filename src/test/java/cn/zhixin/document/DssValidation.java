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
import java.util.List;

/** The verdict of EU DSS on a signed PDF, trusting one authority. */
public record DssValidation(
    String format, String indication, String permission, boolean intact, int signatures) {

  public static DssValidation of(Bytes pdf, TestAuthority authority) throws IOException {
    return of(pdf, authority.rootCertificate(), List.of(authority.revocationList()));
  }

  /**
   * @param root DER or PEM of the only trusted certificate
   * @param revocationLists CRLs of the authorities below it
   */
  public static DssValidation of(Bytes pdf, byte[] root, List<byte[]> revocationLists)
      throws IOException {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    trusted.addCertificate(DSSUtils.loadCertificate(root));
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    verifier.setTrustedCertSources(trusted);
    verifier.setAIASource(null);
    verifier.setCrlSource(
        new ExternalResourcesCRLSource(
            revocationLists.stream()
                .map(ByteArrayInputStream::new)
                .toArray(ByteArrayInputStream[]::new)));
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
