package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.AnswersProperties;
import cn.zhixin.verification.bulk.BulkProperties;
import cn.zhixin.verification.door.LimitsProperties;
import cn.zhixin.verification.front.FrontProperties;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FailureSentencesTests {
  @Test
  void saysInBothLanguagesWhatIsTheMatterWithAFile() {
    assertThat(FailureSentences.of(new NoSuchFileException("名单.xlsx")))
        .contains("没有这个文件", "no such file", "名单.xlsx");
    assertThat(FailureSentences.of(new IllegalStateException(new AccessDeniedException("out"))))
        .contains("没有权限", "no permission: out");
  }

  @Test
  void tellsOfAFolderThatWasMadeForANewerJdk() {
    assertThat(FailureSentences.of(new IllegalStateException(new UnsupportedClassVersionError())))
        .contains("较新的 JDK", "made this folder for a newer JDK");
  }

  @Test
  void tellsHowToNameAFileThatTheLocaleCannot() {
    InvalidPathException unmappable =
        new InvalidPathException("???", "Malformed input or input contains unmappable characters");
    assertThat(FailureSentences.of(unmappable)).contains("export LC_ALL=C.UTF-8");
    assertThat(FailureSentences.hint(new IllegalArgumentException(unmappable)))
        .contains("export LC_ALL=C.UTF-8");
    assertThat(FailureSentences.hint(new IllegalArgumentException("no such option"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zhixin.answers.memory | abc | 字节数，如 512KB、64MB | a size, such as 512KB, 64MB",
        "zhixin.answers.poll-interval | soon | 时长，如 200ms、5s、7d | a time, such as 200ms, 5s, 7d",
        "zhixin.answers.registry-reads | many | 整数，如 8 | a whole number, such as 8",
      })
  void tellsWhatASettingIsAndWhatItWasSetTo(
      String name, String value, String chinese, String english) {
    assertThat(FailureSentences.of(refusal("zhixin.answers", AnswersProperties.class, name, value)))
        .startsWith("失败 / failed: %s 应为%s，现在是“%s”；请改正".formatted(name, chinese, value))
        .contains("%s is %s, not “%s”: correct it".formatted(name, english, value))
        .doesNotContain("Failed to", "convert", "\n");
  }

  @Test
  void tellsWhichWordsASettingKnows() {
    assertThat(
            FailureSentences.of(
                refusal("zhixin.front", FrontProperties.class, "zhixin.front.opening", "half")))
        .contains("zhixin.front.opening is one of: auto, ", "not “half”");
  }

  @Test
  void tellsHowALimitIsWritten() {
    assertThat(
            FailureSentences.of(
                refusal("zhixin.limits", LimitsProperties.class, "zhixin.limits.pages", "600")))
        .contains("zhixin.limits.pages", "限额写成“次数/时段”，如 60/1m", "written like 60/1m")
        .doesNotContain("Failed to", "\n");
  }

  @Test
  void leavesToASettingWhatItHasAgainstANumber() {
    assertThat(
            FailureSentences.of(
                refusal("zhixin.bulk", BulkProperties.class, "zhixin.bulk.workers", "99")))
        .contains("zhixin.bulk.workers 应为 1 到 16", "zhixin.bulk.workers is 1 to 16");
  }

  @Test
  void showsNoPasswordOfAnAddress() {
    assertThat(
            FailureSentences.of(
                refusal(
                    "zhixin.answers",
                    AnswersProperties.class,
                    "zhixin.answers.memory",
                    "redis://zhixin:secret@cache:6379")))
        .contains("@cache:6379")
        .doesNotContain("secret");
  }

  /** As Spring Boot throws it when it makes the settings of a prefix. */
  private static Exception refusal(String prefix, Class<?> type, String name, String value) {
    Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(name, value)));
    try {
      binder.bindOrCreate(prefix, Bindable.of(type));
    } catch (BindException e) {
      return new BeanCreationException("properties", "cannot be made", e);
    }
    throw new AssertionError(name + " took " + value);
  }
}
