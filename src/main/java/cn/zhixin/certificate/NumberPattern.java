package cn.zhixin.certificate;

import cn.zhixin.encoding.Mod3736;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How certificate numbers are built, such as {@code
 * {division:6}{year:4}{title:4}{serial:6}{check}}.
 *
 * <p>Fields are {@code division year title series level committee}, each with its width where more
 * than one is possible; {@code serial} with 3 to 12 digits, exactly once; {@code check}, at the end
 * only: the ISO 7064 MOD 37,36 character over all before it. Digits and capital letters stand for
 * themselves. Serials count from 1 for everything else of the number being equal, and never begin
 * again.
 */
public final class NumberPattern {
  public static final String DEFAULT = "{division:6}{year:4}{title:4}{serial:6}{check}";

  private static final Pattern PART =
      Pattern.compile("\\{(?<field>[a-z]+)(?::(?<width>\\d{1,2}))?\\}|(?<literal>[0-9A-Z]+)");
  private static final int SERIAL_WIDTH = 6;
  private static final int MIN_SERIAL_WIDTH = 3;
  private static final int MAX_SERIAL_WIDTH = 12;
  private static final String CHECK = "check";

  private final List<Part> parts;
  private final int serialWidth;
  private final boolean hasCheck;

  private sealed interface Part {
    int width();

    String text(TitleResult result, String serial);
  }

  private record Literal(String text) implements Part {
    @Override
    public int width() {
      return text.length();
    }

    @Override
    public String text(TitleResult result, String serial) {
      return text;
    }
  }

  private record Field(NumberField field, int width) implements Part {
    @Override
    public String text(TitleResult result, String serial) {
      return field.text(result, width);
    }
  }

  private record Serial(int width) implements Part {
    @Override
    public String text(TitleResult result, String serial) {
      return serial;
    }
  }

  private NumberPattern(List<Part> parts, int serialWidth, boolean hasCheck) {
    this.parts = List.copyOf(parts);
    this.serialWidth = serialWidth;
    this.hasCheck = hasCheck;
  }

  /**
   * @throws IllegalArgumentException if this is no pattern; the message says what is wrong
   */
  public static NumberPattern parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(text);
    int end = 0;
    boolean hasCheck = false;
    while (matcher.find() && matcher.start() == end && !hasCheck) {
      end = matcher.end();
      String literal = matcher.group("literal");
      if (literal != null) {
        parts.add(new Literal(literal));
      } else if (CHECK.equals(matcher.group("field"))) {
        hasCheck = true;
      } else {
        parts.add(field(matcher.group("field"), matcher.group("width"), text));
      }
    }
    require(
        end == text.length(),
        text,
        "“" + text.substring(end) + "”不能用在这里",
        "unexpected \"" + text.substring(end) + "\"");
    List<Serial> serials =
        parts.stream().filter(Serial.class::isInstance).map(Serial.class::cast).toList();
    require(serials.size() == 1, text, "须有且只有一个 {serial}", "exactly one {serial} is needed");
    return new NumberPattern(parts, serials.get(0).width(), hasCheck);
  }

  private static Part field(String name, @Nullable String digits, String pattern) {
    if (name.equals("serial")) {
      int width = digits == null ? SERIAL_WIDTH : Integer.parseInt(digits);
      require(
          width >= MIN_SERIAL_WIDTH && width <= MAX_SERIAL_WIDTH,
          pattern,
          "serial 为 3 到 12 位",
          "a serial has 3 to 12 digits");
      return new Serial(width);
    }
    for (NumberField field : NumberField.values()) {
      if (field.name().toLowerCase(Locale.ROOT).equals(name)) {
        int width = digits == null ? field.defaultWidth() : Integer.parseInt(digits);
        require(
            field.canBe(width),
            pattern,
            name + " 不能有 " + width + " 位",
            name + " cannot have " + width + " characters");
        return new Field(field, width);
      }
    }
    throw refusal(pattern, "没有字段 " + name, "no field " + name);
  }

  private static void require(
      boolean condition, String pattern, String chineseFault, String englishFault) {
    if (!condition) {
      throw refusal(pattern, chineseFault, englishFault);
    }
  }

  private static IllegalArgumentException refusal(
      String pattern, String chineseFault, String englishFault) {
    return new IllegalArgumentException(
        String.format(
            "编号格式“%s”有误：%s；请改正 zhixin.certificate.number-pattern（或 number-patterns），如 %s /"
                + " the number pattern “%s” is wrong: %s; correct zhixin.certificate.number-pattern (or"
                + " number-patterns), such as %s",
            pattern, chineseFault, DEFAULT, pattern, englishFault, DEFAULT));
  }

  /**
   * What the serial counts within: the number with {@code #} for each of the serial's digits and
   * without the check character.
   */
  String scope(TitleResult result) {
    return fill(result, "#".repeat(serialWidth));
  }

  /**
   * @param serial from 1
   * @throws IllegalArgumentException if the serial needs more digits than the pattern has
   */
  CertificateNumber number(TitleResult result, long serial) {
    String body = fill(result, NumberField.padded(serial, serialWidth));
    return new CertificateNumber(hasCheck ? body + Mod3736.checkCharacter(body) : body);
  }

  private String fill(TitleResult result, String serial) {
    StringBuilder number = new StringBuilder();
    for (Part part : parts) {
      number.append(part.text(result, serial));
    }
    return number.toString();
  }

  /**
   * As printed, with a space between the parts: {@code 371000 2025 0503 000001 3}. A number of
   * another length was made by another pattern and is given as it is.
   */
  public String grouped(CertificateNumber number) {
    List<String> groups = new ArrayList<>();
    int at = 0;
    for (Part part : parts) {
      int end = at + part.width();
      if (end > number.value().length()) {
        return number.value();
      }
      groups.add(number.value().substring(at, end));
      at = end;
    }
    if (number.value().length() != at + (hasCheck ? 1 : 0)) {
      return number.value();
    }
    if (hasCheck) {
      groups.add(number.value().substring(at));
    }
    return String.join(" ", groups);
  }
}
