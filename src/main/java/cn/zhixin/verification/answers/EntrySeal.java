package cn.zhixin.verification.answers;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Verdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals entries for a store that anybody might write to.
 *
 * <p>A sealed entry is 32 bytes of HMAC-SHA256 (RFC 2104), 8 bytes that name the run of the
 * database it was read from ({@link cn.zhixin.certificate.StateFeed#history}), 4 bytes of version,
 * 4 bytes of the verdict's place in {@link Verdict}, and three parts (Chinese JSON, English JSON,
 * facts), each after its length in 4 bytes; numbers are big endian. Before each JSON stand the 16
 * characters of its content hash, and the number and the places of its marks in 4 bytes each:
 * whoever opens an entry need not look for them. The HMAC covers a label that names this layout and
 * the facts' own, the 16 characters of the code, and all that follows it: an entry cannot be moved
 * to another code or given another version or history.
 */
final class EntrySeal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] LABEL = "zhixin answer 6\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MAC_SIZE = 32;
  private static final int PARTS = 3;

  /** History, version and verdict. */
  private static final int NUMBERS = Long.BYTES + 2 * Integer.BYTES;

  private static final Verdict[] VERDICTS = Verdict.values();

  /** Keyed once for each thread: that takes as long as a short entry. */
  private final ThreadLocal<Mac> macs;

  /**
   * @param secret at least 16 bytes
   */
  EntrySeal(Bytes secret) {
    if (secret.size() < 16) {
      throw new IllegalArgumentException("a key for sealing answers has at least 16 bytes");
    }
    SecretKeySpec key = new SecretKeySpec(secret.unsafeArray(), ALGORITHM);
    macs = ThreadLocal.withInitial(() -> mac(key));
  }

  byte[] seal(AnswerEntry entry) {
    TimedJson chinese = entry.timed(Language.CHINESE);
    TimedJson english = entry.timed(Language.ENGLISH);
    byte[] facts = entry.encodedFacts().unsafeArray();
    int size = chinese.storedSize() + english.storedSize() + Integer.BYTES + facts.length;
    ByteBuffer sealed = ByteBuffer.allocate(MAC_SIZE + NUMBERS + size);
    sealed
        .position(MAC_SIZE)
        .putLong(entry.history())
        .putInt(entry.version())
        .putInt(entry.verdict().ordinal());
    chinese.store(sealed);
    english.store(sealed);
    sealed.putInt(facts.length).put(facts);
    sealed.put(0, mac(entry.code(), sealed.array()));
    return sealed.array();
  }

  /** Empty if the bytes were not sealed with this key for this code. */
  Optional<AnswerEntry> open(VerificationCode code, byte[] sealed) {
    if (sealed.length < MAC_SIZE + NUMBERS + Integer.BYTES * PARTS
        || !MessageDigest.isEqual(Arrays.copyOf(sealed, MAC_SIZE), mac(code, sealed))) {
      return Optional.empty();
    }
    ByteBuffer content = ByteBuffer.wrap(sealed).position(MAC_SIZE);
    long history = content.getLong();
    int version = content.getInt();
    Verdict verdict = VERDICTS[content.getInt()];
    TimedJson chinese = TimedJson.stored(content);
    TimedJson english = TimedJson.stored(content);
    byte[] facts = new byte[content.getInt()];
    content.get(facts);
    return Optional.of(
        new AnswerEntry(history, code, version, verdict, chinese, english, Bytes.wrap(facts)));
  }

  private byte[] mac(VerificationCode code, byte[] sealed) {
    Mac mac = macs.get();
    mac.update(LABEL);
    mac.update(code.value().getBytes(StandardCharsets.US_ASCII));
    mac.update(sealed, MAC_SIZE, sealed.length - MAC_SIZE);
    return mac.doFinal();
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
