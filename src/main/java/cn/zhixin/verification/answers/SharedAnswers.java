package cn.zhixin.verification.answers;

import cn.zhixin.certificate.VerificationCode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A cache that several nodes share. It promises nothing but authenticity: an entry may be of any
 * age, or gone. Never throws, never takes long.
 */
public interface SharedAnswers extends AutoCloseable {
  Optional<AnswerEntry> find(VerificationCode code);

  /** The same without waiting; completed by any thread, never with an exception. */
  default CompletableFuture<Optional<AnswerEntry>> seek(VerificationCode code) {
    return CompletableFuture.completedFuture(find(code));
  }

  /** May return before the entry is there. */
  void put(AnswerEntry entry);

  /** Whether the store is left alone for now because it failed. */
  default boolean leftAlone() {
    return false;
  }

  @Override
  void close();

  /** For a node that has none. */
  static SharedAnswers none() {
    return new SharedAnswers() {
      @Override
      public Optional<AnswerEntry> find(VerificationCode code) {
        return Optional.empty();
      }

      @Override
      public void put(AnswerEntry entry) {}

      @Override
      public void close() {}
    };
  }
}
