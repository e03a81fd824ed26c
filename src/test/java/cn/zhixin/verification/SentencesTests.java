package cn.zhixin.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    return Pattern.compile("\\{\\d(?=[,}])")
        .matcher(text)
        .results()
        .map(r -> r.group())
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void tellOneFromManyInEnglish() {
    assertThat(ENGLISH.text("receipt.asked.list", 1)).isEqualTo("A list of 1 row");
    assertThat(ENGLISH.text("receipt.asked.list", 1200)).isEqualTo("A list of 1,200 rows");
    assertThat(ENGLISH.text("bulk.hidden", 1)).startsWith("Another row is not shown");
    assertThat(ENGLISH.text("bulk.hidden", 2)).startsWith("Another 2 rows are not shown");
    assertThat(ENGLISH.text("bulk.interruption.TOO_OLD", 0, 1)).contains("after 0 of 1 row.");
    assertThat(ENGLISH.text("panel.share.opened", 0L)).isEqualTo("not opened yet");
    assertThat(ENGLISH.text("panel.share.opened", 1L)).isEqualTo("opened once");
    assertThat(ENGLISH.text("ledger.chart.description", "1 May", 1L, "2 May", 3L))
        .isEqualTo("From 1 entry on 1 May to 3 entries on 2 May.");
  }

  /** A count that may be one stands in a choice; a number that is never one does not need to. */
  @Test
  void countNoThingsWithoutAChoiceInEnglish() throws IOException {
    Pattern counted =
        Pattern.compile(
            "(?<![#<])(?<!<Another )\\{\\d}( more)? (rows|entries|answers|certificates|lines)\\b");
    List<String> wrong;
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      wrong =
          files
              .filter(file -> file.toString().endsWith("_en.properties"))
              .flatMap(SentencesTests::lines)
              .filter(line -> counted.matcher(line).find())
              // a speed
              .filter(line -> !line.contains("rows a second"))
              .toList();
    }
    assertThat(wrong).isEmpty();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void areNotReadInTheMachinesLanguage() {
    assertThat(CHINESE.text("verdict.VALID")).isEqualTo("证书有效");
    assertThat(ENGLISH.text("verdict.VALID")).isEqualTo("Certificate valid");
  }
}
