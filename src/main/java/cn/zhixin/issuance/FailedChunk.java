package cn.zhixin.issuance;

/**
 * A part of a batch that could not be issued and was set aside; it stays open for a later try.
 *
 * @param chunk from 0
 * @param why in a sentence, without personal data
 */
public record FailedChunk(long batchId, int chunk, String why, Throwable cause) {
  static FailedChunk of(long batchId, int chunk, Throwable cause) {
    StringBuilder why = new StringBuilder();
    for (Throwable one = cause; one != null; one = one.getCause()) {
      String message = one.getMessage() == null ? one.getClass().getSimpleName() : one.getMessage();
      String first = message.lines().findFirst().orElse(message);
      if (why.indexOf(first) < 0) {
        why.append(why.isEmpty() ? "" : ": ").append(first);
      }
    }
    return new FailedChunk(batchId, chunk, why.toString(), cause);
  }
}
