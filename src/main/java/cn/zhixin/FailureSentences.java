package cn.zhixin;

import cn.zhixin.embedded.EmbeddedServerUnavailable;
import cn.zhixin.signing.MalformedCertificate;
import cn.zhixin.signing.UnusableKeyStore;
import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.dao.DataAccessException;

/** Says why a command failed, in its own words and without a stack trace. */
final class FailureSentences {
  static final String INTERRUPTED =
      "已中断：已签发的证书不受影响，再次运行同一命令即可继续。\n"
          + "Interrupted: what was issued stays issued; run the same command again to go on.";

  private static final String UNNAMEABLE =
      "当前语言环境无法表示这个文件名；请先运行 export LC_ALL=C.UTF-8 再试 /"
          + " this locale cannot name the file; run: export LC_ALL=C.UTF-8";

  private static final String NEWER_JAVA =
      "这个文件夹是 aot-cache.sh 为较新的 JDK 准备的，请改用那个版本的 JDK，或用当前的 JDK 重新准备 /"
          + " aot-cache.sh made this folder for a newer JDK: use that one, or unpack the jar again";

  private static final String MISSING = "没有这个文件或文件夹，请核对路径 / there is no such file or folder: ";
  private static final String NO_PERMISSION = "没有权限，请换用有权限的账户或位置 / no permission: ";
  private static final String NO_SUCH = " (No such file or directory)";
  private static final String DENIED = " (Permission denied)";

  private FailureSentences() {}

  static String of(Throwable problem) {
    List<String> sentences = new ArrayList<>();
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      String message = sentence(cause);
      if (message != null
          && !isWiring(cause)
          && sentences.stream().noneMatch(said -> said.contains(message))) {
        sentences.add(
            cause instanceof EmbeddedServerUnavailable
                ? message.replace("\n", "\n  ")
                : message.lines().findFirst().orElse(message));
      }
      if (message != null && isTold(cause)) {
        break;
      }
    }
    String told =
        sentences.isEmpty() ? problem.getClass().getSimpleName() : String.join("\n  ", sentences);
    return "失败 / failed: " + told;
  }

  /** What to do about a text that no path can be made of; empty for any other refusal. */
  static String hint(Throwable refusal) {
    for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof InvalidPathException || message.contains("InvalidPathException")) {
        return UNNAMEABLE;
      }
    }
    return "";
  }

  private static @Nullable String sentence(Throwable problem) {
    if (problem instanceof NoSuchFileException missing) {
      return MISSING + missing.getFile();
    }
    if (problem instanceof FileNotFoundException missing && missing.getMessage() != null) {
      return unopened(missing.getMessage());
    }
    if (problem instanceof AccessDeniedException denied) {
      return NO_PERMISSION + denied.getFile();
    }
    if (problem instanceof InvalidPathException) {
      return UNNAMEABLE;
    }
    if (problem instanceof UnsupportedClassVersionError) {
      return NEWER_JAVA;
    }
    if (problem instanceof FileSystemException file && file.getReason() != null) {
      return "文件无法读写 / the file cannot be read or written: " + file.getMessage();
    }
    if (problem instanceof BindException value) {
      return SettingFault.sentence(value);
    }
    if ("Is a directory".equals(problem.getMessage())) {
      return "这是文件夹，需要的是文件 / this is a folder, a file is needed";
    }
    return problem.getMessage();
  }

  /** What the system said of a file, as {@code java.io} writes it behind the path. */
  private static String unopened(String message) {
    if (message.endsWith(NO_SUCH)) {
      return MISSING + message.substring(0, message.length() - NO_SUCH.length());
    }
    if (message.endsWith(DENIED)) {
      return NO_PERMISSION + message.substring(0, message.length() - DENIED.length());
    }
    return "文件打不开，请核对路径（设置中磁盘上的文件写成 file:/路径） / the file cannot be opened, look at"
        + " its path (in a setting a file on disk is written file:/path): "
        + message;
  }

  /** Its own cause is told in the words of a library, and says no more. */
  private static boolean isTold(Throwable problem) {
    return problem instanceof BindException
        || problem instanceof UnusableKeyStore
        || problem instanceof MalformedCertificate;
  }

  /** Which bean needs which, or a statement's text: true, but the cause says what to do. */
  private static boolean isWiring(Throwable problem) {
    return (problem instanceof BeansException || problem instanceof DataAccessException)
        && problem.getCause() != null;
  }
}
