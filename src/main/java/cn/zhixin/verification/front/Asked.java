package cn.zhixin.verification.front;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.Language;
import org.jspecify.annotations.Nullable;

/**
 * A request for what a code stands for.
 *
 * @param code as it was read
 * @param known value of {@code If-None-Match}, or null
 * @param head whether the body is left out
 * @param gzip whether the client reads gzip
 * @param keep whether the connection goes on
 */
record Asked(
    CodeReading code,
    Language language,
    @Nullable String known,
    boolean head,
    boolean gzip,
    boolean keep) {

  /** The same, after which the connection ends. */
  Asked andNoMore() {
    return new Asked(code, language, known, head, gzip, false);
  }
}
