package cn.zhixin;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.BeansException;

/** Says why a command failed, in its own words and without a stack trace. */
final class FailureSentences {
  private FailureSentences() {}

  static String of(Throwable problem) {
    List<String> sentences = new ArrayList<>();
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null
          && !isWiring(cause)
          && sentences.stream().noneMatch(said -> said.contains(message))) {
        sentences.add(message.lines().findFirst().orElse(message));
      }
    }
    String told =
        sentences.isEmpty() ? problem.getClass().getSimpleName() : String.join("\n  ", sentences);
    return "失败 / failed: " + told;
  }

  /** Which bean needs which: true, but the cause says what to do. */
  private static boolean isWiring(Throwable problem) {
    return problem instanceof BeansException && problem.getCause() != null;
  }
}
