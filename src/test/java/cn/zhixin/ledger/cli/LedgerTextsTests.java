package cn.zhixin.ledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ledger.LeafKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LedgerTextsTests {
  private static final Pattern VALUE = Pattern.compile("\\{\\d(?=[,}])");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    Properties chinese = read("ledger.properties");
    Properties english = read("ledger_en.properties");
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    for (String key : chinese.stringPropertyNames()) {
      assertThat(values(english.getProperty(key)))
          .as(key)
          .isEqualTo(values(chinese.getProperty(key)));
    }
  }

  @Test
  void everyKindHasAName() {
    for (LeafKind kind : LeafKind.values()) {
      String key = "kind." + kind.name().toLowerCase(Locale.ROOT);
      assertThat(LedgerTexts.in("zh").say(key)).isNotEqualTo(LedgerTexts.in("en").say(key));
    }
  }

  private static Properties read(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages", name))) {
      properties.load(reader);
    }
    return properties;
  }

  private static TreeSet<String> values(String sentence) {
    return VALUE
        .matcher(sentence)
        .results()
        .map(result -> result.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
