package cn.zhixin.catalogue;

import java.util.List;
import java.util.Optional;

/** The field's agreed data, looked up by code, number or name. Immutable, safe for all threads. */
public interface Catalogue {
  List<Series> series();

  List<Title> titles();

  List<Committee> committees();

  /** By code or by any name that registers use for it. */
  Optional<Series> series(String codeOrName);

  Optional<Title> title(String code);

  /** The title of that name within a series; old names count. */
  Optional<Title> title(Series series, String name);

  Optional<Committee> committee(int number);

  Optional<Committee> committee(String name);

  Optional<Issuer> issuer(int number);
}
