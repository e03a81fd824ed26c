package cn.zhixin.verification.faults;

import cn.zhixin.document.reading.CertificatePdf;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.encoding.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The verification code in a document's QR symbol. */
final class DocumentCodes {
  private static final Pattern CODE = Pattern.compile("/v/([0-9A-Z]{16})");

  private DocumentCodes() {}

  static String of(Path document) throws Exception {
    Bytes content = Bytes.wrap(Files.readAllBytes(document));
    CertificatePdf certificate = (CertificatePdf) new CertificatePdfReader().read(content);
    Matcher code = CODE.matcher(certificate.qrText());
    if (!code.find()) {
      throw new AssertionError("no code in " + document);
    }
    return code.group(1);
  }
}
