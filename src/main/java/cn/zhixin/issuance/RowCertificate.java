package cn.zhixin.issuance;

import cn.zhixin.certificate.CertificateState;
import cn.zhixin.certificate.VerificationCode;

/**
 * What is told of the certificate that stands for a row.
 *
 * @param number as it is printed, in groups
 */
public record RowCertificate(VerificationCode code, String number, CertificateState state) {}
