package cn.zhixin.issuance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTests {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)[,}]");

  @Test
  void bothLanguagesSayTheSameThingsWithTheSameValues() throws IOException {
    Properties chinese = load("commands.properties");
    Properties english = load("commands_en.properties");

    assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
    for (String key : chinese.stringPropertyNames()) {
      assertThat(places(english.getProperty(key)))
          .as(key)
          .isEqualTo(places(chinese.getProperty(key)));
    }
  }

  @Test
  void speaksChineseUnlessAskedForEnglish() {
    assertThat(Texts.in("zh").say("issue.issued", 3)).isEqualTo("已签发 3 份");
    assertThat(Texts.in("en").say("issue.issued", 3)).isEqualTo("3 issued");
  }

  @Test
  void tellsOneFromManyInEnglish() {
    Texts english = Texts.in("en");
    assertThat(english.say("issue.rejected", 1)).isEqualTo("1 row rejected:");
    assertThat(english.say("issue.rejected", 12345)).isEqualTo("12345 rows rejected:");
    assertThat(english.say("issue.resuming", 0)).endsWith("0 rows");
    assertThat(english.say("issue.unsettled", 1)).startsWith("1 more row has not");
    assertThat(english.say("issue.rows", 1, 1, 0))
        .isEqualTo("The roster has 1 row: 1 can be issued, 0 rejected");
  }

  @Test
  void writesLargeCountsWithoutBreakingThem() {
    assertThat(Texts.in("zh").say("issue.issued", 12345)).isEqualTo("已签发 12345 份");
  }

  private static TreeSet<String> places(String sentence) {
    return PLACE
        .matcher(sentence)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties load(String name) throws IOException {
    Properties sentences = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            Objects.requireNonNull(TextsTests.class.getResourceAsStream("/messages/" + name)),
            StandardCharsets.UTF_8)) {
      sentences.load(reader);
    }
    return sentences;
  }
}
