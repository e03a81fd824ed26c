package cn.zhixin.verification.answers;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.redis.RedisEndpoint;
import cn.zhixin.verification.redis.RedisLinks;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Shared answers in Redis, each under {@code zhixin:answer:<code>} and sealed with an HMAC, so that
 * whoever can write to Redis cannot make an answer. Redis being down, slow, wiped, poisoned or
 * rolled back costs speed only.
 */
public final class RedisAnswers implements SharedAnswers {
  private static final String PREFIX = "zhixin:answer:";

  private final RedisLinks links;
  private final EntrySeal seal;
  private final Duration kept;

  /**
   * @param server {@code redis://[user:password@]host:port[/database]}, or {@code rediss://} for
   *     TLS
   * @param timeout for each answer, with connecting if need be
   * @param kept how long an entry stays
   * @param secret seals the entries; all nodes that share them have the same
   */
  public RedisAnswers(URI server, Duration timeout, Duration kept, Bytes secret) {
    this.links = new RedisLinks(RedisEndpoint.at(server), timeout);
    this.seal = new EntrySeal(secret);
    this.kept = kept;
  }

  /** The ways to Redis, for event loops that want one of their own. */
  public RedisLinks links() {
    return links;
  }

  /** Not for event loops: waits as long as Redis may take. */
  @Override
  public Optional<AnswerEntry> find(VerificationCode code) {
    return seek(code).join();
  }

  @Override
  public CompletableFuture<Optional<AnswerEntry>> seek(VerificationCode code) {
    return links
        .get(key(code))
        .thenApply(stored -> stored.flatMap(bytes -> seal.open(code, bytes.unsafeArray())));
  }

  @Override
  public void put(AnswerEntry entry) {
    links.put(key(entry.code()), Bytes.wrap(seal.seal(entry)), kept);
  }

  @Override
  public boolean leftAlone() {
    return links.leftAlone();
  }

  private static Bytes key(VerificationCode code) {
    return Bytes.ofUtf8(PREFIX + code.value());
  }

  @Override
  public void close() {
    links.close();
  }
}
