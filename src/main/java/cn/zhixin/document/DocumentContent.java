package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs from one certificate to the next.
 *
 * @param texts by slot name: {@code holderName sex birthMonth identityNumber employer series
 *     specialty title level method acquiredOn committee approvalDocument number issuedOn code} and
 *     their {@code …English} where the template is bilingual; a template's slot without a text here
 *     is drawn empty
 * @param documentTitle for the document's metadata
 * @param photo a JPEG, 35 × 45 in proportion, or null for the layout without one
 * @param qr the text of the QR symbol
 * @param credential attached as {@code credential.cose}
 * @param ledgerProof that the certificate is in the public ledger, a text in UTF-8 (C2SP
 *     tlog-proof); attached as {@code ledger.tlog-proof}
 * @param at written as creation and signing time
 */
public record DocumentContent(
    Map<String, String> texts,
    String documentTitle,
    @Nullable Bytes photo,
    QrText qr,
    Bytes credential,
    Bytes ledgerProof,
    Instant at) {
  public DocumentContent {
    texts = Map.copyOf(texts);
  }
}
