package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.IdentityDocumentKind;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HeldCertificatesTests {
  private static final int ROWS = 5_000;

  private static TestRegistry registry;
  private static HeldCertificates held;

  @BeforeAll
  static void open() {
    registry = new TestRegistry();
    held = CertificateConfiguration.held(registry.dataSource(), Results.CATALOGUE);
    for (int from = 0; from < ROWS; from += 1_000) {
      registry.register(Results.persons(from, from + 1_000));
    }
    registry.jdbc.sql("analyze certificate").update();
  }

  @AfterAll
  static void close() {
    registry.close();
  }

  @Test
  void findsAllOfOnePersonWhateverTheirState() {
    TitleResult one = Results.person(7);
    TitleResult later = Results.acquired(7, Results.ACQUIRED.minusYears(6));
    assertThat(registry.register(List.of(later))).isNotEmpty();

    assertThat(held.of(one.document()))
        .isNotEmpty()
        .allMatch(each -> each.result().document().equals(one.document()));
  }

  @Test
  void findsNothingUnderAnotherKindOrNumber() {
    String number = Results.person(8).document().number();

    assertThat(held.of(new IdentityDocument(IdentityDocumentKind.PASSPORT, number))).isEmpty();
    assertThat(held.of(new IdentityDocument(IdentityDocumentKind.RESIDENT_IDENTITY_CARD, "1'OR'1")))
        .isEmpty();
  }

  @Test
  void readsByIndexHoweverManyThereAre() {
    String where = "where c.document_number = '1' and c.document_kind = 'PASSPORT'";
    List<String> plan =
        registry
            .jdbc
            .sql("explain " + CertificateRows.SELECT + where + CertificateRows.ORDER)
            .query(String.class)
            .list();

    assertThat(String.join("\n", plan))
        .contains("Index Scan using certificate_document_number")
        .doesNotContain("Seq Scan on certificate c");
  }
}
