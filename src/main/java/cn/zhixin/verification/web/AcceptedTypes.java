package cn.zhixin.verification.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code Accept} header says of a media type (RFC 9110 §12.5.1): the range that fits it
 * most exactly counts, whatever the others say. What is no media range is passed over, and a weight
 * that is none counts as 1.
 */
final class AcceptedTypes {
  /** A range that names the type itself; less exact ones have smaller numbers. */
  private static final int NAMED = 3;

  /** {@code application/problem+json} where JSON is meant (RFC 6839 §3.1). */
  private static final int NAMED_BY_SUFFIX = 2;

  private static final int KIND_NAMED = 1;
  private static final int ANY = 0;
  private static final int NOT_AT_ALL = -1;

  private final List<Range> ranges = new ArrayList<>();

  /**
   * @param weight 0 to 1
   */
  private record Range(String type, double weight) {}

  /**
   * How welcome a type is.
   *
   * @param weight 0 for not at all, to 1
   * @param isNamed whether the type or its kind ({@code text/*}) stands in the header
   */
  record Welcome(double weight, boolean isNamed) {}

  /** Of no header: then nothing is named, and nothing is welcome before anything else. */
  AcceptedTypes(@Nullable String accept) {
    if (accept == null) {
      return;
    }
    for (String element : accept.split(",", -1)) {
      int end = element.indexOf(';');
      String type = (end < 0 ? element : element.substring(0, end)).strip();
      if (type.indexOf('/') > 0) {
        double weight = end < 0 ? 1 : weight(element.substring(end + 1));
        ranges.add(new Range(type.toLowerCase(Locale.ROOT), weight));
      }
    }
  }

  private static double weight(String parameters) {
    for (String parameter : parameters.split(";", -1)) {
      String stripped = parameter.strip();
      if (stripped.regionMatches(true, 0, "q=", 0, 2)) {
        String written = stripped.substring(2);
        return written.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(written) : 1;
      }
    }
    return 1;
  }

  /**
   * @param type in lower case, such as {@code text/html}
   */
  Welcome of(String type) {
    int most = NOT_AT_ALL;
    double weight = 0;
    for (Range range : ranges) {
      int exactness = exactness(range.type(), type);
      if (exactness > most) {
        weight = range.weight();
        most = exactness;
      } else if (exactness == most && exactness > NOT_AT_ALL) {
        weight = Math.max(weight, range.weight());
      }
    }
    return new Welcome(weight, most >= KIND_NAMED);
  }

  private static int exactness(String range, String type) {
    if (range.equals(type)) {
      return NAMED;
    }
    if (range.equals("*/*")) {
      return ANY;
    }
    int slash = type.indexOf('/');
    if (range.endsWith("+" + type.substring(slash + 1))) {
      return NAMED_BY_SUFFIX;
    }
    return range.equals(type.substring(0, slash) + "/*") ? KIND_NAMED : NOT_AT_ALL;
  }
}
