package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.KeyRingBuilder;
import cn.zhixin.signing.MalformedCertificate;
import cn.zhixin.signing.SigningProperties;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.signing.UnusableKeyStore;
import cn.zhixin.verification.AnswersProperties;
import cn.zhixin.verification.bulk.BulkProperties;
import cn.zhixin.verification.door.LimitsProperties;
import cn.zhixin.verification.front.FrontProperties;
import cn.zhixin.verification.lookup.LookupProperties;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

class FailureSentencesTests {
  @Test
  void saysInBothLanguagesWhatIsTheMatterWithAFile() {
    assertThat(FailureSentences.of(new NoSuchFileException("名单.xlsx")))
        .contains("没有这个文件", "no such file", "名单.xlsx");
    assertThat(FailureSentences.of(new IllegalStateException(new AccessDeniedException("out"))))
        .contains("没有权限", "no permission: out");
    assertThat(FailureSentences.of(new FileNotFoundException("/k.p12 (No such file or directory)")))
        .contains("没有这个文件", "no such file or folder: /k.p12")
        .doesNotContain("(No such");
    assertThat(FailureSentences.of(new FileNotFoundException("/k.p12 (Permission denied)")))
        .contains("没有权限", "no permission: /k.p12");
  }

  @Test
  void saysOnceThatAKeyStoreOrItsPasswordIsWrong() throws Exception {
    byte[] store = Files.readAllBytes(Path.of("keys-sample/committee.p12"));
    KeyRingBuilder builder = KeyRing.builder(Clock.systemUTC());
    assertThatExceptionOfType(UnusableKeyStore.class)
        .isThrownBy(() -> builder.keyStore(store, "secret".toCharArray(), "keys.p12"))
        .satisfies(
            refused ->
                assertThat(FailureSentences.of(new IllegalStateException("keys", refused)))
                    .contains("keys.p12 不是 PKCS#12 密钥库，或密码不对")
                    .endsWith("settings key-store and password (password-file)")
                    .doesNotContain("secret", "Exception"));
  }

  @Test
  void saysOnceThatAFileIsNoCertificate(@TempDir Path folder) throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    Path key = Path.of("keys-sample/witness.key.pem");
    Path cut = folder.resolve("cut.pem");
    Files.writeString(cut, Files.readString(Path.of("keys-sample/root.cer.pem")).substring(0, 200));
    for (Path file : List.of(empty, key, cut)) {
      assertThatExceptionOfType(MalformedCertificate.class)
          .isThrownBy(() -> TrustAnchors.read(List.of(file)))
          .satisfies(
              refused ->
                  assertThat(FailureSentences.of(new IllegalStateException("trust", refused)))
                      .contains(file + " 不是 PEM 或 DER 格式的 X.509 证书")
                      .endsWith(
                          file
                              + " is no X.509 certificate in PEM or DER: look at its path and"
                              + " content"));
    }
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
        .contains("zhixin.limits.pages", "限额写成“次数/时段”，如 60/1m", "现在是“600”")
        .contains("written like 60/1m, not “600”")
        .doesNotContain("Failed to", "\n");
    assertThat(
            FailureSentences.of(
                refusal("zhixin.limits", LimitsProperties.class, "zhixin.limits.pages", "60/soon")))
        .contains("现在是“60/soon”", "not “60/soon”")
        .doesNotContain("\n");
    assertThat(
            FailureSentences.of(
                refusal("zhixin.limits", LimitsProperties.class, "zhixin.limits.pages", "0/1m")))
        .contains("限额至少为 1 次，现在是“0”；请改正")
        .contains("a limit allows at least one request, not “0”: correct it");
  }

  @Test
  void namesTheFileThatAValueStandsInAndNothingElse() throws Exception {
    byte[] file = "zhixin:\n  answers:\n    memory: abc\n".getBytes(StandardCharsets.UTF_8);
    List<PropertySource<?>> written =
        new YamlPropertySourceLoader().load("ours", new ByteArrayResource(file, "ours.yml"));
    Binder binder = new Binder(ConfigurationPropertySources.from(written));
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> binder.bindOrCreate("zhixin.answers", AnswersProperties.class))
        .satisfies(
            refused -> assertThat(FailureSentences.of(refused)).contains("（来自 / from ", "- 3:13）"));
    assertThat(
            FailureSentences.of(
                refusal("zhixin.answers", AnswersProperties.class, "zhixin.answers.memory", "abc")))
        .endsWith("correct it");
  }

  @Test
  void leavesToASettingWhatItHasAgainstANumber() {
    assertThat(
            FailureSentences.of(
                refusal("zhixin.bulk", BulkProperties.class, "zhixin.bulk.workers", "99")))
        .contains("zhixin.bulk.workers 应为 1 到 16，现在是“99”")
        .contains("zhixin.bulk.workers is 1 to 16, not “99”")
        .doesNotContain("zhixin.bulk.kept");
    assertThat(
            FailureSentences.of(
                refusal("zhixin.bulk", BulkProperties.class, "zhixin.bulk.kept", "0s")))
        .contains("zhixin.bulk.kept 须大于零", "such as 7d, not “0")
        .doesNotContain("zhixin.bulk.workers");
    assertThat(
            FailureSentences.of(
                refusal(
                    "zhixin.lookups", LookupProperties.class, "zhixin.lookups.difficulty", "5")))
        .contains("zhixin.lookups.difficulty 至少为 1000", "现在是“5”")
        .contains("zhixin.lookups.difficulty is at least 1000", "not “5”");
    assertThat(
            FailureSentences.of(
                refusal(
                    "zhixin.lookups", LookupProperties.class, "zhixin.lookups.answer-time", "-1s")))
        .contains("zhixin.lookups.answer-time 不能为负", "现在是“-1000ms”；请改正")
        .contains("zhixin.lookups.answer-time is nothing or longer", "not “-1000ms”: correct it");
    assertThat(
            FailureSentences.of(
                refusal(
                    "zhixin.signing",
                    SigningProperties.class,
                    "zhixin.signing.time-stamp",
                    "ftp://tsa")))
        .contains("zhixin.signing.time-stamp 应为 none", "现在是“ftp://tsa”；请改正")
        .contains("is none, embedded or an http(s) address, not “ftp://tsa”: correct it");
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
