package cn.zhixin;

import cn.zhixin.encoding.WrongValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** What is wrong with the value of a setting that is no number, time or size, or whatever it is. */
final class SettingFault {
  private static final String OURS = Zhixin.class.getPackageName() + ".";

  private SettingFault() {}

  /**
   * Null if the value is of the right kind, and somebody else has to say what he has against it.
   */
  static @Nullable String sentence(BindException problem) {
    @Nullable Class<?> kind = kind(problem);
    ConfigurationProperty setting = problem.getProperty();
    if (kind == null || setting == null) {
      return null;
    }
    if (kind.getName().startsWith(OURS) && !kind.isEnum()) {
      return setting.getName()
          + "："
          + NestedExceptionUtils.getMostSpecificCause(problem).getMessage();
    }
    return WrongValue.of(
            setting.getName().toString(),
            "应为" + expected(kind, true),
            "is " + expected(kind, false),
            ShownAddress.of(String.valueOf(setting.getValue())))
        + place(setting.getOrigin());
  }

  /** Line and column of a file; where else it came from, its name shows. */
  private static String place(@Nullable Origin origin) {
    @Nullable Origin written =
        origin instanceof PropertySourceOrigin source ? source.getOrigin() : origin;
    return written instanceof TextResourceOrigin ? "（来自 / from " + written + "）" : "";
  }

  /** What the value could not be made into: of a list its elements. */
  private static @Nullable Class<?> kind(BindException problem) {
    @Nullable Class<?> kind = null;
    for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConversionFailedException failed) {
        kind = failed.getTargetType().getType();
      } else if (cause instanceof ConversionException) {
        kind = problem.getTarget().getType().resolve(Object.class);
      }
    }
    return kind == null ? null : ClassUtils.resolvePrimitiveIfNecessary(kind);
  }

  private static String expected(Class<?> kind, boolean chinese) {
    if (kind.isEnum()) {
      String names =
          Arrays.stream(kind.getEnumConstants())
              .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(chinese ? "、" : ", "));
      return chinese ? "下列之一：" + names : "one of: " + names;
    }
    if (kind == Integer.class || kind == Long.class) {
      return chinese ? "整数，如 8" : "a whole number, such as 8";
    }
    if (kind == Boolean.class) {
      return chinese ? " true 或 false" : "true or false";
    }
    if (kind == Duration.class) {
      return chinese ? "时长，如 200ms、5s、7d" : "a time, such as 200ms, 5s, 7d";
    }
    if (kind == DataSize.class) {
      return chinese ? "字节数，如 512KB、64MB" : "a size, such as 512KB, 64MB";
    }
    if (kind == Path.class) {
      return chinese ? "路径" : "a path";
    }
    return chinese
        ? "另一种写法，见 src/docs/configuration.md"
        : "written otherwise, see src/docs/configuration.md";
  }
}
