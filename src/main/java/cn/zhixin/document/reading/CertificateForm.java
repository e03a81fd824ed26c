package cn.zhixin.document.reading;

import cn.zhixin.document.QrText;
import cn.zhixin.document.pdf.HashState;
import cn.zhixin.document.pdf.NotAsWritten;
import cn.zhixin.document.pdf.ToUnicodeMap;
import cn.zhixin.document.pdf.WrittenCertificate;
import cn.zhixin.document.qr.QrEncoder;
import cn.zhixin.document.qr.QrTooLong;
import cn.zhixin.document.stamping.StampedPage;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What all certificates of one template and authority have in common: the first bytes, everything
 * behind them that does not differ, the fonts, and where the QR symbols lead. Shared by threads.
 */
final class CertificateForm {
  private static final int CODE_LENGTH = 16;

  private final byte[] prefix;
  private final HashState hash;
  private final byte[] frame;
  private final Map<Integer, ToUnicodeMap> fonts;
  private final String address;

  /**
   * @param frame of a certificate that was read in full
   * @param fonts that all certificates share, by the number in their names
   * @param address of its QR symbol, up to the code
   */
  CertificateForm(byte[] prefix, byte[] frame, Map<Integer, ToUnicodeMap> fonts, String address) {
    this.prefix = prefix;
    this.hash = HashState.after(prefix, prefix.length);
    this.frame = frame;
    this.fonts = Map.copyOf(fonts);
    this.address = address;
  }

  boolean begins(byte[] file) {
    return file.length >= prefix.length
        && Arrays.equals(file, 0, prefix.length, prefix, 0, prefix.length);
  }

  /**
   * A file that {@link #begins} as this form does, if all of it is of this form; its text is that
   * of the values alone, without what the template says. Empty says nothing against it.
   */
  Optional<CertificatePdf> read(byte[] file) {
    try {
      WrittenCertificate written = WrittenCertificate.read(file, prefix.length);
      if (!Arrays.equals(frame, written.frame())
          || !Attachment.CREDENTIAL.holds(written.credential())
          || !Attachment.LEDGER_PROOF.holds(written.ledgerProof())
          || !isUnambiguous(file)) {
        return Optional.empty();
      }
      String text = written.text(fonts);
      return symbol(written, text).map(qr -> certificate(file, written, qr.text(), text));
    } catch (NotAsWritten e) {
      return Optional.empty();
    }
  }

  /** No program that looks for the signature or the table by their names finds two. */
  private boolean isUnambiguous(byte[] file) {
    String rest =
        new String(file, prefix.length, file.length - prefix.length, StandardCharsets.ISO_8859_1);
    return isOnce(rest, SignedRanges.KEY)
        && isOnce(rest, FileShape.TABLE)
        && !rest.contains(StampedPage.MARK);
  }

  private static boolean isOnce(String text, String word) {
    return text.indexOf(word, text.indexOf(word) + 1) < 0;
  }

  /**
   * What the page's symbol says: it is compared with the one that the encoder makes of address,
   * printed code and attached credential, not decoded. Empty if it is another.
   */
  private Optional<QrText> symbol(WrittenCertificate written, String text) {
    String digits = DecimalDigits.encode(written.credential());
    for (String line : text.split("\n", -1)) {
      String code = line.replace("-", "");
      if (code.length() == CODE_LENGTH
          && code.chars().allMatch(c -> QrText.ALPHANUMERIC.indexOf(c) >= 0)) {
        QrText expected = new QrText(address, code, digits);
        if (isEncoded(expected, written.symbol())) {
          return Optional.of(expected);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isEncoded(QrText text, Bytes symbol) {
    try {
      return new QrEncoder().encode(text).packed().equals(symbol);
    } catch (QrTooLong e) {
      return false;
    }
  }

  private CertificatePdf certificate(
      byte[] file, WrittenCertificate written, String qr, String text) {
    int gapStart = written.gapStart();
    int gapEnd = written.gapEnd();
    MessageDigest signed = hash.fork();
    signed.update(file, prefix.length, gapStart - prefix.length);
    signed.update(file, gapEnd, file.length - gapEnd);
    return new CertificatePdf(
        new Digest(Bytes.wrap(signed.digest())),
        written.cms(),
        Certification.NO_CHANGES,
        written.credential(),
        written.ledgerProof(),
        qr,
        text);
  }
}
