package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody can do who owns the tables and takes the triggers away. */
class LedgerAgreementTests {
  private static TestRegistry registry;
  private static Certificate other;
  private static Certificate pending;
  private static int persons;

  @BeforeAll
  static void takeTheTriggersAway() {
    registry = new TestRegistry();
    other = registry.issued(next());
    pending = registry.register(List.of(next())).get(0).certificate();
    List.of(
            "drop trigger never_changed on certificate",
            "drop trigger never_changed on certificate_event",
            "drop trigger published_first on certificate_event",
            "drop trigger kept on ledger_entry",
            "drop trigger never_deleted on ledger_entry",
            "alter table certificate_event"
                + " drop constraint certificate_event_certificate_version_fkey")
        .forEach(sql -> registry.jdbc.sql(sql).update());
  }

  @AfterAll
  static void close() {
    registry.close();
  }

  private static TitleResult next() {
    return Results.person(persons++);
  }

  private static Certificate revoked() {
    Certificate certificate = registry.issued(next());
    registry.change(certificate, CertificateEventKind.REVOKED);
    return registry.read(certificate);
  }

  private static void manipulate(Certificate certificate, String sql) {
    long id =
        registry
            .jdbc
            .sql("select id from certificate where code = ?")
            .param(certificate.code().value())
            .query(Long.class)
            .single();
    for (String statement : sql.split(";")) {
      registry
          .jdbc
          .sql(
              statement
                  .replace("EVENT", "certificate_event where certificate = " + id)
                  .replace("ENTRY", "ledger_entry where certificate = " + id)
                  .replace("ID", Long.toString(id)))
          .update();
    }
  }

  private static void assertContradiction(Certificate certificate, String what) {
    assertThatThrownBy(() -> registry.read(certificate))
        .isInstanceOf(RegistryContradiction.class)
        .hasMessage("certificate " + certificate.number() + " contradicts itself: " + what);
    assertThatThrownBy(() -> registry.certificates.find(certificate.number()))
        .isInstanceOf(RegistryContradiction.class);
    assertThat(registry.read(other)).isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delete from EVENT and version = 2 | event none, and in the ledger entry 2 REVOKED
          delete from ENTRY and version = 2 | event 2 REVOKED, and in the ledger entry none
          delete from EVENT and version = 1 | event 2 REVOKED, and in the ledger entry 1 ISSUED
          delete from ENTRY and version = 1 | event 1 ISSUED, and in the ledger entry 2 REVOKED
          delete from EVENT | no event, and in the ledger not the entry of its issue alone
          delete from EVENT; delete from ENTRY | no event, and in the ledger not the entry of its issue alone
          delete from EVENT and version = 1; delete from ENTRY and version = 1 | its life begins with REVOKED
          update certificate_event set kind = 'SUSPENDED' where certificate = ID and version = 2 | event 2 SUSPENDED, and in the ledger entry 2 REVOKED
          update certificate_event set version = 3 where certificate = ID and version = 2 | event 3 REVOKED, and in the ledger entry 2 REVOKED
          update certificate_event set version = 3 where certificate = ID and version = 2; update ledger_entry set version = 3 where certificate = ID and version = 2 | its event 2 has version 3
          update ledger_entry set subject = sha256('') where certificate = ID and version = 2 | its entry 2 is of another subject
          update certificate set credential = '\\x00' where id = ID | its entry 1 is of another subject
          update ledger_entry set leaf_index = null, entered_at = null where certificate = ID and version = 1 | it is issued, its entry still waits
          insert into certificate_event select certificate, 3, 1000 + certificate, 'RESUMED', at, actor from EVENT and version = 2 | event 3 RESUMED, and in the ledger entry none
          insert into ledger_entry (certificate, version, kind, issuer, subject) select certificate, 3, 'RESUMED', issuer, subject from ENTRY and version = 1 | event none, and in the ledger entry 3 RESUMED
          insert into ledger_entry (certificate, version, kind, issuer, subject) select certificate, 3, 'RESUMED', issuer, subject from ENTRY and version = 1; insert into certificate_event select certificate, 3, 1000 + certificate, 'RESUMED', at, actor from EVENT and version = 2 | RESUMED cannot follow on REVOKED
          """)
  void aCertificateWhoseEventsAreNotItsEntriesIsNotGivenOut(String sql, String what) {
    Certificate certificate = revoked();
    manipulate(certificate, sql);
    assertContradiction(certificate, what);
  }

  @Test
  void nothingButItsOwnEntryIsOfACertificateThatIsNotIssued() {
    assertThat(registry.read(pending).isIssued()).isFalse();
    manipulate(pending, "update ledger_entry set subject = sha256('') where certificate = ID");
    assertContradiction(pending, "its entry 1 is of another subject");
    manipulate(pending, "delete from ENTRY");
    assertContradiction(pending, "no event, and in the ledger not the entry of its issue alone");
  }

  @Test
  void aNodeThatStartsKnowsTheVersionOfADeletedRevocation() {
    Certificate certificate = revoked();
    manipulate(certificate, "delete from EVENT and version = 2");
    Map<VerificationCode, Integer> changed = new HashMap<>();
    registry.feed.snapshot(changed::put);
    assertThat(changed).containsEntry(certificate.code(), 2);
  }
}
