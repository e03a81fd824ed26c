package cn.zhixin.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts a catalogue together out of its files and refuses what contradicts itself. */
final class CatalogueBuilder {
  private final Map<String, Series> series = new TreeMap<>();
  private final Map<String, Title> titles = new TreeMap<>();
  private final Map<Integer, Issuer> issuers = new TreeMap<>();
  private final Map<Integer, Committee> committees = new TreeMap<>();
  private final NameIndex<Series> seriesNames = new NameIndex<>();
  private final NameIndex<Title> titleNames = new NameIndex<>();
  private final NameIndex<Committee> committeeNames = new NameIndex<>();

  void addSeries(CatalogueTable table) throws MalformedCatalogue {
    for (CatalogueLine line : table.lines()) {
      Series entry =
          new Series(
              line.text("code", "\\d{2}", "两位数字", "two digits"),
              line.text("name"),
              line.text("english"),
              line.list("aliases"));
      addOnce(series, entry.code(), entry, line);
      seriesNames.add("", entry.code(), entry, line);
      seriesNames.addAll("", entry.name(), entry.aliases(), entry, line);
    }
  }

  void addTitles(CatalogueTable table) throws MalformedCatalogue {
    for (CatalogueLine line : table.lines()) {
      String code = line.text("code", "\\d{4}", "四位数字", "four digits");
      String seriesCode = code.substring(0, 2);
      Series of = series.get(seriesCode);
      if (of == null) {
        throw line.malformed(
            String.format("没有系列 %s；职称代码的前两位应为 series.csv 中的代码", seriesCode),
            String.format(
                "there is no series %s: a title's code begins with one of series.csv", seriesCode));
      }
      Title entry =
          new Title(code, line.text("name"), line.text("english"), of, line.level("level"));
      addOnce(titles, code, entry, line);
      titleNames.addAll(of.code(), entry.name(), line.list("aliases"), entry, line);
    }
  }

  void addIssuers(CatalogueTable table) throws MalformedCatalogue {
    for (CatalogueLine line : table.lines()) {
      String creditCode = line.text("credit_code");
      if (UnifiedCreditCode.check(creditCode) != UnifiedCreditCode.Check.RIGHT) {
        throw line.wrong(
            "credit_code",
            "统一社会信用代码（GB 32100）",
            "a unified social credit code (GB 32100)",
            creditCode);
      }
      Issuer entry =
          new Issuer(
              line.positive("number"),
              line.text("name"),
              line.text("english"),
              line.text("division", "\\d{6}", "六位数字", "six digits"),
              creditCode);
      addOnce(issuers, entry.number(), entry, line);
    }
  }

  void addCommittees(CatalogueTable table) throws MalformedCatalogue {
    for (CatalogueLine line : table.lines()) {
      Issuer issuer = issuers.get(line.positive("issuer"));
      if (issuer == null) {
        throw line.malformed(
            String.format("没有编号为 %s 的发证机构；请写 issuers.csv 中的编号", line.text("issuer")),
            String.format(
                "there is no issuer %s: take a number of issuers.csv", line.text("issuer")));
      }
      Set<String> codes = new HashSet<>(line.list("series"));
      if (codes.isEmpty() || !series.keySet().containsAll(codes)) {
        throw line.wrong(
            "series",
            " series.csv 中的代码，多个用 | 隔开",
            "known codes of series.csv with | between them",
            String.join("|", line.list("series")));
      }
      Committee entry =
          new Committee(
              line.positive("number"), line.text("name"), issuer, codes, line.levels("levels"));
      addOnce(committees, entry.number(), entry, line);
      committeeNames.addAll("", entry.name(), line.list("aliases"), entry, line);
    }
  }

  Catalogue build() {
    return new IndexedCatalogue(
        List.copyOf(series.values()),
        List.copyOf(titles.values()),
        List.copyOf(committees.values()),
        Map.copyOf(titles),
        Map.copyOf(issuers),
        Map.copyOf(committees),
        seriesNames,
        titleNames,
        committeeNames);
  }

  private static <K, V> void addOnce(Map<K, V> map, K key, V entry, CatalogueLine line)
      throws MalformedCatalogue {
    if (map.putIfAbsent(key, entry) != null) {
      throw line.twice(key);
    }
  }
}
