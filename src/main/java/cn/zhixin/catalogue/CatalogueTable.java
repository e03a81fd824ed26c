package cn.zhixin.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One catalogue file: comment lines with {@code #}, a line of column names, then one entry a line,
 * values separated by commas. There are no quotes: a value holds no comma.
 *
 * @param file as named in messages
 */
record CatalogueTable(String file, List<CatalogueLine> lines) {
  CatalogueTable {
    lines = List.copyOf(lines);
  }

  /**
   * Reads the text of a file.
   *
   * @param columns that the file must have, in this order
   */
  static CatalogueTable parse(String file, String text, List<String> columns)
      throws MalformedCatalogue {
    List<CatalogueLine> lines = new ArrayList<>();
    boolean headed = false;
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = number == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> values = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
      if (!headed) {
        if (!values.equals(columns)) {
          throw new MalformedCatalogue(
              file,
              number,
              String.format("列名应为“%s”，现在是“%s”；请改正", joined(columns), joined(values)),
              String.format(
                  "the columns are “%s”, not “%s”: correct them", joined(columns), joined(values)));
        }
        headed = true;
      } else if (values.size() != columns.size()) {
        throw new MalformedCatalogue(
            file,
            number,
            String.format("应有 %d 个值，现在有 %d 个；请用半角逗号隔开，值中不能有逗号", columns.size(), values.size()),
            String.format(
                "expected %d values, found %d: put a comma between them and none into them",
                columns.size(), values.size()));
      } else {
        lines.add(new CatalogueLine(file, number, columns, values));
      }
    }
    if (lines.isEmpty()) {
      throw new MalformedCatalogue(
          file,
          0,
          "没有任何条目；请写上条目，或删去文件以使用自带的",
          "there is no entry in it: write one, or remove the file to use the one that comes along");
    }
    return new CatalogueTable(file, lines);
  }

  private static String joined(List<String> names) {
    return String.join(",", names);
  }
}
