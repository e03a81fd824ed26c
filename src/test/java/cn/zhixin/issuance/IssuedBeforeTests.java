package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.SharedRegistry;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.issuance.roster.RosterRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IssuedBeforeTests {
  private static final int PEOPLE = 7;
  private static final int CHUNK = 3;

  private SharedRegistry registry;
  private List<Certificate> issued;
  private IssuedBefore before;

  @BeforeEach
  void issue() throws Exception {
    registry = new SharedRegistry();
    Certificates certificates = registry.certificates(registry.database.dataSource());
    issued =
        registry.issue(PEOPLE).stream().map(code -> certificates.find(code).orElseThrow()).toList();
    before = new IssuedBefore(certificates, CHUNK);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  /** Everybody, in rows 2 and on. */
  private List<RosterRow.Accepted> roster() {
    List<RosterRow.Accepted> rows = new ArrayList<>();
    for (Certificate one : issued) {
      rows.add(new RosterRow.Accepted(rows.size() + 2, one.result()));
    }
    return rows;
  }

  private static TitleResult with(TitleResult result, String specialty, LocalDate acquiredOn) {
    return new TitleResult(
        result.name(),
        result.sex(),
        result.document(),
        result.birthDate(),
        result.employer(),
        result.title(),
        specialty,
        result.committee(),
        result.method(),
        acquiredOn,
        result.approvalDocument());
  }

  @Test
  void tellsHowEachRowStandsIfNobodyIsLeft() {
    List<RosterRow.Accepted> rows = roster();
    TitleResult first = rows.get(0).result();
    TitleResult mistyped = with(first, first.specialty(), first.acquiredOn().minusDays(7));
    rows.set(0, new RosterRow.Accepted(2, mistyped));
    assertThat(before.all(rows)).isPresent();
    List<JdbcBatches.DoneRow> done = before.all(rows).orElseThrow();
    assertThat(done).hasSize(PEOPLE);
    for (int i = 0; i < PEOPLE; i++) {
      assertThat(done.get(i))
          .isEqualTo(
              new JdbcBatches.DoneRow(
                  i + 2,
                  i == 0 ? RowOutcome.Kind.CONFLICTING : RowOutcome.Kind.ALREADY_ISSUED,
                  issued.get(i).code()));
    }
  }

  /** In any chunk: the last row decides as much as the first. */
  @Test
  void findsWhoeverIsLeft() {
    for (int left = 0; left < PEOPLE; left++) {
      List<RosterRow.Accepted> rows = roster();
      TitleResult held = rows.get(left).result();
      TitleResult another = with(held, "电气工程", held.acquiredOn().plusDays(7));
      rows.set(left, new RosterRow.Accepted(left + 2, another));
      assertThat(before.all(rows)).as("row %d", left + 2).isEmpty();
    }
  }

  /** A batch issues to the others, and says which row contradicts. */
  @Test
  void leavesACertificateThatContradictsItselfToABatch() {
    JdbcClient jdbc = JdbcClient.create(registry.database.dataSource());
    assertThat(before.all(roster())).isPresent();
    List.of(
            "drop trigger kept on ledger_entry",
            "drop trigger never_deleted on ledger_entry",
            "alter table certificate_event"
                + " drop constraint certificate_event_certificate_version_fkey",
            "delete from ledger_entry where certificate ="
                + " (select id from certificate where code = '"
                + issued.get(PEOPLE - 1).code().value()
                + "')")
        .forEach(sql -> jdbc.sql(sql).update());
    assertThat(before.all(roster())).isEqualTo(Optional.empty());
  }
}
