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
 * facts), each after its length in 4 bytes; numbers are big endian. The HMAC covers a label that
 * names this layout and the facts' own, the 16 characters of the code, and all that follows it: an
 * entry cannot be moved to another code or given another version or history.
 */
final class EntrySeal {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] LABEL = "zhixin answer 5\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MAC_SIZE = 32;
  private static final int PARTS = 3;

  /** History, version and verdict. */
  private static final int NUMBERS = Long.BYTES + 2 * Integer.BYTES;

  private static final Verdict[] VERDICTS = Verdict.values();

  private final SecretKeySpec key;

  /**
   * @param secret at least 16 bytes
   */
  EntrySeal(Bytes secret) {
    if (secret.size() < 16) {
      throw new IllegalArgumentException("a key for sealing answers has at least 16 bytes");
    }
    key = new SecretKeySpec(secret.unsafeArray(), ALGORITHM);
  }

  byte[] seal(AnswerEntry entry) {
    byte[][] parts = {
      entry.timed(Language.CHINESE).template().unsafeArray(),
      entry.timed(Language.ENGLISH).template().unsafeArray(),
      entry.encodedFacts().unsafeArray()
    };
    int size = Arrays.stream(parts).mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer sealed = ByteBuffer.allocate(MAC_SIZE + NUMBERS + size);
    sealed
        .position(MAC_SIZE)
        .putLong(entry.history())
        .putInt(entry.version())
        .putInt(entry.verdict().ordinal());
    for (byte[] part : parts) {
      sealed.putInt(part.length).put(part);
    }
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
    TimedJson chinese = new TimedJson(part(content));
    TimedJson english = new TimedJson(part(content));
    return Optional.of(
        new AnswerEntry(history, code, version, verdict, chinese, english, part(content)));
  }

  private static Bytes part(ByteBuffer content) {
    byte[] part = new byte[content.getInt()];
    content.get(part);
    return Bytes.wrap(part);
  }

  private byte[] mac(VerificationCode code, byte[] sealed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(LABEL);
      mac.update(code.value().getBytes(StandardCharsets.US_ASCII));
      mac.update(sealed, MAC_SIZE, sealed.length - MAC_SIZE);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
