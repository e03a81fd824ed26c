package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateNumber;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.Refusal;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.Salt;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Draws a result once without signing or keeping it, so that a character without a font or a value
 * that does not fit rejects its row before anything was numbered.
 */
final class TrialRendering {
  /** An upper bound of what a credential has besides its two texts; 131 bytes are usual. */
  private static final int CREDENTIAL_OVERHEAD = 140;

  /** As long as a usual proof; it is drawn nowhere, so that its content cannot matter. */
  private static final Bytes LEDGER_PROOF = Bytes.wrap(new byte[1100]);

  private static final Salt SALT = new Salt(Bytes.wrap(new byte[Salt.SIZE]));

  private static final VerificationCode CODE = new VerificationCode("0000000000000000");

  private final ThreadLocal<CertificateDrawing> drawings;
  private final NumberPatterns numbers;
  private final Clock clock;

  /**
   * @param drawings with a signer that signs nothing
   */
  TrialRendering(Supplier<CertificateDrawing> drawings, NumberPatterns numbers, Clock clock) {
    this.drawings = ThreadLocal.withInitial(drawings);
    this.numbers = numbers;
    this.clock = clock;
  }

  /** Why the result cannot be printed; empty if it can. */
  Optional<PrintRefusal> refusalOf(TitleResult result, String template) {
    CertificateNumber number = numbers.sample(result);
    Certificate trial =
        new Certificate(
            CODE,
            number,
            1,
            result,
            LocalDate.now(clock),
            Bytes.wrap(new byte[credentialSize(result)]),
            SALT,
            null,
            null,
            List.of(),
            null,
            null);
    try {
      drawings.get().draw(trial, template, clock.instant(), LEDGER_PROOF);
      return Optional.empty();
    } catch (ContentRefused e) {
      return Optional.of(refusal(e.refusal()));
    }
  }

  private static int credentialSize(TitleResult result) {
    return CREDENTIAL_OVERHEAD
        + Bytes.ofUtf8(result.name().value()).size()
        + Bytes.ofUtf8(result.specialty()).size();
  }

  static PrintRefusal refusal(Refusal refusal) {
    if (refusal instanceof Refusal.MissingGlyph missing) {
      return missing(missing);
    }
    if (refusal instanceof Refusal.TooLong tooLong) {
      return refusal(tooLong.field(), PrintReason.DOES_NOT_FIT, tooLong.characters());
    }
    if (refusal instanceof Refusal.QrTextTooLong tooLong) {
      return refusal(tooLong.field(), PrintReason.QR_TOO_LONG, tooLong.bits(), tooLong.capacity());
    }
    throw new IllegalStateException("a trial is drawn without a photo, yet: " + refusal);
  }

  /** A compatibility ideograph has a twin that looks the same, and that fonts have. */
  private static PrintRefusal missing(Refusal.MissingGlyph missing) {
    String character = Character.toString(missing.codePoint());
    String twin = Normalizer.normalize(character, Normalizer.Form.NFC);
    return twin.equals(character)
        ? refusal(missing.field(), PrintReason.NO_GLYPH, character, notation(missing.codePoint()))
        : refusal(
            missing.field(),
            PrintReason.COMPATIBILITY_IDEOGRAPH,
            character,
            notation(missing.codePoint()),
            twin,
            notation(twin.codePointAt(0)));
  }

  private static String notation(int codePoint) {
    return String.format("U+%04X", codePoint);
  }

  private static PrintRefusal refusal(String field, PrintReason reason, Object... found) {
    return new PrintRefusal(field, reason, reason.sentence().with(found));
  }
}
