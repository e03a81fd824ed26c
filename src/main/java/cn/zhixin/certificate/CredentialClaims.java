package cn.zhixin.certificate;

import java.time.LocalDate;

/**
 * What the signed credential in a QR symbol says: a subset of the certificate, with codes for what
 * the catalogue knows and no identity number.
 *
 * @param titleCode four digits as a number; series and level follow from it
 * @param levelCode {@link cn.zhixin.catalogue.Level#code()}
 * @param issuer {@link cn.zhixin.catalogue.Issuer#number()}
 * @param committee {@link cn.zhixin.catalogue.Committee#number()}
 */
public record CredentialClaims(
    CertificateNumber number,
    String holderName,
    int titleCode,
    int levelCode,
    String specialty,
    int committee,
    int issuer,
    LocalDate acquiredOn,
    LocalDate issuedOn) {}
