package cn.zhixin.verification.answers;

import cn.zhixin.certificate.VerificationCode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A shared cache in memory. */
final class RememberingAnswers implements SharedAnswers {
  private final Map<VerificationCode, AnswerEntry> entries = new ConcurrentHashMap<>();
  final AtomicInteger asked = new AtomicInteger();

  @Override
  public Optional<AnswerEntry> find(VerificationCode code) {
    asked.incrementAndGet();
    return Optional.ofNullable(entries.get(code));
  }

  @Override
  public void put(AnswerEntry entry) {
    entries.put(entry.code(), entry);
  }

  @Override
  public void close() {}
}
