package cn.zhixin.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalogue held in memory. */
record IndexedCatalogue(
    List<Series> series,
    List<Title> titles,
    List<Committee> committees,
    Map<String, Title> titlesByCode,
    Map<Integer, Issuer> issuers,
    Map<Integer, Committee> committeesByNumber,
    NameIndex<Series> seriesNames,
    NameIndex<Title> titleNames,
    NameIndex<Committee> committeeNames)
    implements Catalogue {
  /** What rosters append to the name of a series without changing its meaning. */
  private static final String SUFFIX = "系列";

  @Override
  public Optional<Series> series(String codeOrName) {
    Optional<Series> found = seriesNames.find("", codeOrName);
    String folded = CatalogueName.fold(codeOrName);
    return found.isEmpty() && folded.endsWith(SUFFIX)
        ? seriesNames.find("", folded.substring(0, folded.length() - SUFFIX.length()))
        : found;
  }

  @Override
  public Optional<Title> title(String code) {
    return Optional.ofNullable(titlesByCode.get(code));
  }

  @Override
  public Optional<Title> title(Series of, String name) {
    return titleNames.find(of.code(), name);
  }

  @Override
  public Optional<Committee> committee(int number) {
    return Optional.ofNullable(committeesByNumber.get(number));
  }

  @Override
  public Optional<Committee> committee(String name) {
    return committeeNames.find("", name);
  }

  @Override
  public Optional<Issuer> issuer(int number) {
    return Optional.ofNullable(issuers.get(number));
  }
}
