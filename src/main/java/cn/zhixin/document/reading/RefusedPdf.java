package cn.zhixin.document.reading;

/**
 * A file that is not built as a certificate.
 *
 * @param detail what was expected and what was found, in English, for logs; without content of the
 *     file
 */
public record RefusedPdf(PdfFault reason, String detail) implements Reading {}
