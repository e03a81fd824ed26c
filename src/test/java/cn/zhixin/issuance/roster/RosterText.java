package cn.zhixin.issuance.roster;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A roster of one right row as CSV, in which single things are changed. */
final class RosterText {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> further = new ArrayList<>();
  private String above = "";
  private String separator = ",";

  private RosterText() {
    values.put("序号", "1");
    values.put("姓名", "刘𬬻铭");
    values.put("性别", "男");
    values.put("证件类型", "居民身份证");
    values.put("证件号码", "371002197903198038");
    values.put("手机号码", "13828836075");
    values.put("工作单位", "乳山市中医院");
    values.put("职称系列", "工程");
    values.put("专业", "建筑施工");
    values.put("职称名称", "高级工程师");
    values.put("级别", "副高级");
    values.put("评审委员会", "威海市工程系列高级职称评审委员会");
    values.put("评审通过日期", "2025-11-03");
    values.put("批准文号", "威人社发〔2025〕12号");
  }

  static RosterText right() {
    return new RosterText();
  }

  RosterText with(String heading, String value) {
    values.put(heading, value);
    return this;
  }

  RosterText without(String heading) {
    values.remove(heading);
    return this;
  }

  RosterText renamed(String heading, String name) {
    String value = values.remove(heading);
    values.put(name, value == null ? "" : value);
    return this;
  }

  RosterText shuffled(Random random) {
    List<String> headings = new ArrayList<>(values.keySet());
    Collections.shuffle(headings, random);
    Map<String, String> old = new LinkedHashMap<>(values);
    values.clear();
    headings.forEach(heading -> values.put(heading, old.get(heading)));
    return this;
  }

  RosterText under(String lines) {
    above = lines;
    return this;
  }

  RosterText separatedBy(String other) {
    separator = other;
    return this;
  }

  /** One more row, its values in the order of the headings as they are now. */
  RosterText and(String... row) {
    further.add(Arrays.stream(row).map(this::quoted).collect(Collectors.joining(separator)));
    return this;
  }

  /** The right row once more with one thing changed. */
  RosterText andAgain(String heading, String value) {
    Map<String, String> row = new LinkedHashMap<>(values);
    row.put(heading, value);
    return and(row.values().toArray(String[]::new));
  }

  Path in(Path folder) throws IOException {
    return in(folder, StandardCharsets.UTF_8, "");
  }

  Path in(Path folder, Charset charset, String mark) throws IOException {
    Path file = Files.createTempFile(folder, "roster", ".csv");
    return Files.write(file, (mark + text()).getBytes(charset));
  }

  String text() {
    return above
        + line(values.keySet())
        + line(values.values())
        + further.stream().map(row -> row + "\r\n").collect(Collectors.joining());
  }

  private String line(Iterable<String> cells) {
    List<String> quoted = new ArrayList<>();
    cells.forEach(cell -> quoted.add(quoted(cell)));
    return String.join(separator, quoted) + "\r\n";
  }

  private String quoted(String cell) {
    return cell.contains(separator) || cell.contains("\n") || cell.contains("\"")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
