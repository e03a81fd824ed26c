package cn.zhixin.verification.web;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.Issuer;
import cn.zhixin.catalogue.Level;
import cn.zhixin.catalogue.Title;
import cn.zhixin.verification.PublicRole;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /api/v1/catalogue}: what the numbers in a credential stand for, for whoever reads one
 * without asking us about the certificate. Needs neither database nor Redis.
 */
@PublicRole
@RestController
class CatalogueEndpoint {
  private static final CacheControl KEPT = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

  private final byte[] json;

  CatalogueEndpoint(Catalogue catalogue) {
    List<Issuer> issuers =
        catalogue.committees().stream()
            .map(Committee::issuer)
            .distinct()
            .sorted(Comparator.comparingInt(Issuer::number))
            .toList();
    Names names =
        new Names(
            issuers.stream().map(CatalogueEndpoint::named).toList(),
            catalogue.committees().stream().map(CatalogueEndpoint::named).toList(),
            catalogue.titles().stream().map(CatalogueEndpoint::named).toList(),
            Arrays.stream(Level.values()).map(CatalogueEndpoint::named).toList());
    this.json = JsonMapper.shared().writeValueAsBytes(names);
  }

  /** Claims 1, -5, -2 and -3 of a credential. */
  private record Names(
      List<Named> issuers, List<ByName> committees, List<Coded> titles, List<Named> levels) {}

  private record Named(int number, String name, String englishName) {}

  private record ByName(int number, String name) {}

  private record Coded(String code, String name, String englishName) {}

  @GetMapping(path = "/api/v1/catalogue", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> catalogue() {
    return ResponseEntity.ok().cacheControl(KEPT).body(json);
  }

  private static Named named(Issuer issuer) {
    return new Named(issuer.number(), issuer.name(), issuer.englishName());
  }

  private static ByName named(Committee committee) {
    return new ByName(committee.number(), committee.name());
  }

  private static Coded named(Title title) {
    return new Coded(title.code(), title.name(), title.englishName());
  }

  private static Named named(Level level) {
    return new Named(level.code(), level.chinese(), level.english());
  }
}
