package cn.zhixin.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTests {
  private static final Sentences CHINESE = Sentences.in(Language.CHINESE);
  private static final Sentences ENGLISH = Sentences.in(Language.ENGLISH);

  @Test
  void existInBothLanguages() {
    assertThat(ENGLISH.keys()).isEqualTo(CHINESE.keys());
  }

  /** English sees its own file's keys and, behind it, the Chinese ones: each must be its own. */
  @Test
  void areTranslated() {
    for (String key : CHINESE.keys()) {
      String english = ENGLISH.text(key);
      boolean name = key.startsWith("page.language");
      if (!english.isEmpty() && !name) {
        assertThat(english).as(key).doesNotContainPattern("\\p{IsHan}");
      }
    }
  }

  /** A key that stands twice would silently lose its first sentence. */
  @Test
  void standOnceInTheirFile() throws IOException {
    List<String> files =
        Sentences.FILES.stream()
            .flatMap(name -> Stream.of(name + ".properties", name + "_en.properties"))
            .toList();
    for (String file : files) {
      List<String> keys =
          Files.readAllLines(Path.of("src/main/resources", file)).stream()
              .filter(line -> line.matches("[\\w.-]+=.*"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertThat(keys).as(file).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  void takeTheSameArguments() {
    for (String key : CHINESE.keys()) {
      assertThat(places(ENGLISH.text(key))).as(key).isEqualTo(places(CHINESE.text(key)));
    }
  }

  private static List<String> places(String text) {
    return Pattern.compile("\\{\\d}").matcher(text).results().map(r -> r.group()).sorted().toList();
  }

  @Test
  void areNotReadInTheMachinesLanguage() {
    assertThat(CHINESE.text("verdict.VALID")).isEqualTo("证书有效");
    assertThat(ENGLISH.text("verdict.VALID")).isEqualTo("Certificate valid");
  }
}
