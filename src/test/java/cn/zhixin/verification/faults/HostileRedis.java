package cn.zhixin.verification.faults;

import cn.zhixin.certificate.VerificationCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import redis.clients.jedis.RedisClient;

/** Keeps what nodes once put into Redis and writes it back when it has long become wrong. */
final class HostileRedis {
  /** Last bytes of the numbers in a sealed entry. */
  private static final int VERSION = 43;

  private static final int VERDICT = 47;
  private static final int MOST_DUMPS = 16;
  private static final String PREFIX = "zhixin:answer:";

  private final Supplier<RedisClient> server;
  private final List<VerificationCode> codes;
  private final Random random;
  private final List<Map<VerificationCode, byte[]>> dumps = new ArrayList<>();

  HostileRedis(Supplier<RedisClient> server, List<VerificationCode> codes, Random random) {
    this.server = server;
    this.codes = codes;
    this.random = random;
  }

  void dump() {
    Map<VerificationCode, byte[]> dump = new HashMap<>();
    try (RedisClient redis = server.get()) {
      for (VerificationCode code : codes) {
        byte[] entry = redis.get(key(code));
        if (entry != null) {
          dump.put(code, entry);
        }
      }
    }
    if (dumps.size() == MOST_DUMPS) {
      dumps.remove(random.nextInt(MOST_DUMPS));
    }
    dumps.add(dump);
  }

  void flush() {
    try (RedisClient redis = server.get()) {
      redis.flushAll();
    }
  }

  void putBack() {
    if (dumps.isEmpty()) {
      return;
    }
    flush();
    try (RedisClient redis = server.get()) {
      dumps.get(random.nextInt(dumps.size())).forEach((code, entry) -> redis.set(key(code), entry));
    }
  }

  /** Writes the entries of the last dump over what came after it. */
  void lag() {
    try (RedisClient redis = server.get()) {
      dumps.get(dumps.size() - 1).forEach((code, entry) -> redis.set(key(code), entry));
    }
  }

  /** Garbage, another certificate's entry, an old one of its own, or one cut short or rewritten. */
  void poison() {
    try (RedisClient redis = server.get()) {
      for (VerificationCode code : codes) {
        redis.set(key(code), poison(code));
      }
    }
  }

  private byte[] poison(VerificationCode code) {
    return switch (random.nextInt(5)) {
      case 0 -> garbage();
      case 1 -> old(codes.get(random.nextInt(codes.size())));
      case 2 -> Arrays.copyOf(old(code), random.nextInt(64));
      case 3 -> rewritten(old(code));
      default -> old(code);
    };
  }

  private byte[] old(VerificationCode code) {
    byte[] entry = dumps.isEmpty() ? null : dumps.get(random.nextInt(dumps.size())).get(code);
    return entry == null ? garbage() : entry;
  }

  /** With a high version or another verdict, or any one byte changed. */
  private byte[] rewritten(byte[] entry) {
    byte[] changed = entry.clone();
    if (changed.length > VERDICT) {
      switch (random.nextInt(3)) {
        case 0 -> changed[VERSION] = 9;
        case 1 -> changed[VERDICT] = 0;
        default -> changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
      }
    }
    return changed;
  }

  private byte[] garbage() {
    byte[] garbage = new byte[random.nextInt(200)];
    random.nextBytes(garbage);
    return garbage;
  }

  private static byte[] key(VerificationCode code) {
    return (PREFIX + code.value()).getBytes(StandardCharsets.US_ASCII);
  }
}
