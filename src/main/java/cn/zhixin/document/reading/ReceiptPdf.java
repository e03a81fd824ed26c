package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;

/**
 * A file that is built as a receipt. Whether its signature holds is still to be verified.
 *
 * @param signedRanges what the CMS must have signed
 * @param cms the signature's value and the zeros that fill its place
 * @param receipt content of the attachment {@code receipt.json}
 */
public record ReceiptPdf(Digest signedRanges, Bytes cms, Bytes receipt) implements ReceiptReading {}
