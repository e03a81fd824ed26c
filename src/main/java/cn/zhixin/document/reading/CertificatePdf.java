package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;

/**
 * A file that is built as a certificate. Whether its signature holds is still to be verified.
 *
 * @param signedRanges digest of all bytes but the signature's value; what the CMS must have signed
 * @param cms the signature's value and the zeros that fill its place
 * @param docMdpLevel permitted changes of the certification signature (ISO 32000-2 Table 257);
 *     always 1, none
 * @param credential content of the attachment {@code credential.cose}
 * @param ledgerProof content of the attachment {@code ledger.tlog-proof}, not looked at
 * @param qrText text of the page's QR symbol
 * @param pageText the page's text in the order of its content, for comparison and search
 */
public record CertificatePdf(
    Digest signedRanges,
    Bytes cms,
    int docMdpLevel,
    Bytes credential,
    Bytes ledgerProof,
    String qrText,
    String pageText)
    implements Reading {}
