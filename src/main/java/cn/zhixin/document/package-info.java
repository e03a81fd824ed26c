/**
 * Templates, the certificate as PDF (PDF/A-3a, PDF/UA-1), QR symbols, and reading such a PDF back.
 *
 * <p>The only room that sees PDFBox and ZXing. It holds no key: whoever asks for a document brings
 * a {@link cn.zhixin.document.DocumentSigner}.
 */
@ApplicationModule(allowedDependencies = {"encoding", "catalogue"})
@NullMarked
package cn.zhixin.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
