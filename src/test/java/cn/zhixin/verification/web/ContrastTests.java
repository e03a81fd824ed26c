package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contrast of the pages' colours (WCAG 2.2, success criterion 1.4.3). */
class ContrastTests {
  private static final double ENOUGH = 4.5;
  private static final Pattern TOKEN = Pattern.compile("--([a-z]+):(#[0-9a-f]{3,6})");
  private static final String STYLE = new PageAssets().style();

  @Test
  void textIsReadableByDayAndByNight() {
    int night = STYLE.indexOf("prefers-color-scheme:dark");
    Map<String, String> day = tokens(STYLE.substring(0, night));
    Map<String, String> dark = new HashMap<>(day);
    dark.putAll(tokens(STYLE.substring(night, STYLE.indexOf("@media print"))));
    for (Map<String, String> colours : List.of(day, dark)) {
      for (String text : List.of("ink", "muted", "link", "ok", "bad")) {
        for (String ground : List.of("card", "ground")) {
          assertThat(contrast(colours.get(text), colours.get(ground)))
              .as(text + " on " + ground)
              .isGreaterThanOrEqualTo(ENOUGH);
        }
      }
      for (String band : List.of("valid", "revoked", "warn", "brand", "closed")) {
        assertThat(contrast("#ffffff", colours.get(band)))
            .as("white on " + band)
            .isGreaterThanOrEqualTo(ENOUGH);
      }
    }
  }

  private static Map<String, String> tokens(String css) {
    Map<String, String> tokens = new HashMap<>();
    Matcher token = TOKEN.matcher(css);
    while (token.find()) {
      tokens.putIfAbsent(token.group(1), token.group(2));
    }
    return tokens;
  }

  private static double contrast(@Nullable String one, @Nullable String other) {
    double a = luminance(Objects.requireNonNull(one));
    double b = luminance(Objects.requireNonNull(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** Relative luminance, WCAG 2.2. */
  private static double luminance(String colour) {
    String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
