package cn.zhixin.verification.receipts;

import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.ReportRenderer;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.people.Base32;
import cn.zhixin.signing.KeyRefused;
import cn.zhixin.signing.UnstampedSignature;
import cn.zhixin.signing.VerificationKey;
import cn.zhixin.verification.Language;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes receipts, a few at a time. Nothing is kept of them. Safe for all threads. */
public final class Receipts {
  private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
  private static final int AT_ONCE = 4;
  private static final int NUMBER = 12;

  private final ReceiptSeal seal;
  private final Clock clock;
  private final ReportRenderer renderer = new ReportRenderer();
  private final SecureRandom random = new SecureRandom();
  private final Semaphore making = new Semaphore(AT_ONCE, true);

  Receipts(ReceiptSeal seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  /** What is asked; the receipt's number and time are given when it is made. */
  public record Question(
      String site,
      @Nullable Asker asker,
      @Nullable String purpose,
      Instant askedAt,
      List<ReceiptAnswer> answers) {}

  /** As signed JSON; empty if there is no key that may sign now. */
  public Optional<Bytes> json(Question question) {
    return make(question, null);
  }

  /** As signed PDF with the signed JSON inside; empty if there is no key that may sign now. */
  public Optional<Bytes> pdf(Question question, Language language) {
    return make(question, language);
  }

  private Optional<Bytes> make(Question question, @Nullable Language language) {
    if (seal.publicKeys().isEmpty()) {
      return Optional.empty();
    }
    making.acquireUninterruptibly();
    try {
      Receipt receipt = receipt(question);
      Bytes signed = seal.sign(receipt);
      return Optional.of(
          language == null
              ? signed
              : renderer
                  .render(
                      new ReceiptReport(receipt, language, seal.stampsSignatures()).of(signed),
                      seal.newSigner())
                  .pdf());
    } catch (KeyRefused | UnstampedSignature e) {
      LOG.error("receipts cannot be signed: {}", e.getMessage());
      return Optional.empty();
    } finally {
      making.release();
    }
  }

  private Receipt receipt(Question question) {
    Instant now = clock.instant();
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(now, clock.getZone()));
    return new Receipt(
        "HB" + day + "-" + Base32.random(random, NUMBER).toUpperCase(Locale.ROOT),
        question.site(),
        question.asker(),
        question.purpose(),
        question.askedAt(),
        now,
        question.answers());
  }

  /**
   * A signer of something else that this service makes in its own name, such as a stamped copy;
   * empty if there is no key that may sign now. For one thread.
   */
  public Optional<DocumentSigner> newSigner() {
    if (seal.publicKeys().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(seal.newSigner());
    } catch (KeyRefused e) {
      LOG.error("nothing can be signed: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** The keys by which receipts are verified, for those who do so without us. */
  public List<VerificationKey> publicKeys() {
    return seal.publicKeys();
  }
}
