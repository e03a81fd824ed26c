package cn.zhixin.issuance.roster;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.catalogue.MalformedCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Readers that stand at New Year 2026. */
final class Readers {
  static final Catalogue CATALOGUE = catalogue();

  private Readers() {}

  static RosterReader reader() {
    return new RosterReader(
        CATALOGUE, Clock.fixed(Instant.parse("2026-01-01T08:00:00Z"), ZoneOffset.UTC));
  }

  private static Catalogue catalogue() {
    try {
      return CatalogueFiles.bundled().catalogue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedCatalogue e) {
      throw new IllegalStateException(e);
    }
  }
}
