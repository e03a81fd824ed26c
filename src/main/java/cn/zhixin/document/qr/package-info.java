/**
 * QR symbols (ISO/IEC 18004:2015) of versions 1 to 13 for print: the text of a certificate in,
 * black and white modules out.
 *
 * <p>Encodes only; reading symbols is the business of {@code cn.zhixin.document.reading}. A symbol
 * always carries error correction M or better and the mask that the standard's penalty score
 * prefers.
 */
@NullMarked
package cn.zhixin.document.qr;

import org.jspecify.annotations.NullMarked;
