package cn.zhixin.issuance;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.certificate.TitleResult;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A result as the JSON that waits in a batch's row until the row is issued. */
final class ResultJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Catalogue catalogue;

  ResultJson(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String write(TitleResult result) {
    return JSON.writeValueAsString(
        new Stored(
            result.name().value(),
            result.sex(),
            result.document().kind(),
            result.document().number(),
            result.birthDate() == null ? null : result.birthDate().toString(),
            result.employer(),
            result.title().code(),
            result.specialty(),
            result.committee().number(),
            result.method(),
            result.acquiredOn().toString(),
            result.approvalDocument()));
  }

  TitleResult read(String json) {
    Stored stored = JSON.readValue(json, Stored.class);
    return new TitleResult(
        new PersonName(stored.name()),
        stored.sex(),
        new IdentityDocument(stored.documentKind(), stored.documentNumber()),
        stored.birthDate() == null ? null : LocalDate.parse(stored.birthDate()),
        stored.employer(),
        catalogue.title(stored.title()).orElseThrow(() -> gone("title " + stored.title())),
        stored.specialty(),
        catalogue
            .committee(stored.committee())
            .orElseThrow(() -> gone("committee " + stored.committee())),
        stored.method(),
        LocalDate.parse(stored.acquiredOn()),
        stored.approvalDocument());
  }

  private static IllegalStateException gone(String what) {
    return new IllegalStateException(
        what + " stands in an unfinished batch but no longer in the catalogue; put it back");
  }

  private record Stored(
      String name,
      Sex sex,
      IdentityDocumentKind documentKind,
      String documentNumber,
      @Nullable String birthDate,
      String employer,
      String title,
      String specialty,
      int committee,
      AcquisitionMethod method,
      String acquiredOn,
      @Nullable String approvalDocument) {}
}
