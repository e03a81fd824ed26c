package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.Salt;
import cn.zhixin.ledger.TestLedger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every event of a certificate, and what the public ledger is told of it. */
class LedgerQueueTests {
  private static final String ENTRY =
      """
      insert into ledger_entry
        (certificate, version, kind, issuer, subject, successor, leaf_index, entered_at)
      select\s""";

  private static final String SUBJECT = "ledger_subject(ledger_salt, credential)";
  private static final String NO_PLACE = ", null::bigint, null::timestamptz";

  private final TestRegistry registry = new TestRegistry();

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void nothingIsIssuedBeforeItsEntryIsPublished() {
    Certificate pending = registry.register(List.of(Results.person(1))).get(0).certificate();
    assertThatThrownBy(() -> releaseUnpublished(pending))
        .rootCause()
        .hasMessageContaining("once its entry is in the published ledger");
    assertThat(registry.read(pending).isIssued()).isFalse();
    assertThat(registry.release(pending).isIssued()).isTrue();
  }

  private void releaseUnpublished(Certificate pending) {
    registry.certificates.release(
        List.of(TestRegistry.finished(pending)), TestRegistry.NOW, "clerk");
  }

  @Test
  void everyEventIsALeafAndNothingElseIs() throws Exception {
    Certificate first = registry.issued(Results.person(1));
    Certificate second = registry.issued(Results.person(2));
    registry.change(first, CertificateEventKind.SUSPENDED);
    registry.change(first, CertificateEventKind.SUSPENDED);
    registry.change(first, CertificateEventKind.RESUMED);
    registry.change(first, CertificateEventKind.REVOKED);
    registry.change(first, CertificateEventKind.CANCELLED);
    Certificate third =
        registry.release(
            registry
                .correct(second, Results.withEmployer(second.result(), "威海职业学院"))
                .certificate());
    registry.publish();

    Digest one = first.salt().subject(first.credential());
    Digest two = second.salt().subject(second.credential());
    Digest three = third.salt().subject(third.credential());
    assertThat(leaves())
        .extracting(LedgerLeaf::kind, LedgerLeaf::subject, LedgerLeaf::successor)
        .containsExactly(
            tuple(LeafKind.ISSUED, one),
            tuple(LeafKind.ISSUED, two),
            tuple(LeafKind.SUSPENDED, one),
            tuple(LeafKind.RESUMED, one),
            tuple(LeafKind.REVOKED, one),
            tuple(LeafKind.ISSUED, three),
            Tuple.tuple(LeafKind.SUPERSEDED, two, Optional.of(three)));
    assertThat(Objects.requireNonNull(registry.read(first).ledgerPlace()).index()).isZero();
  }

  private static Tuple tuple(LeafKind kind, Digest subject) {
    return Tuple.tuple(kind, subject, Optional.empty());
  }

  @Test
  void anEventWithoutItsEntryIsRefusedByTheDatabase() {
    Certificate issued = registry.issued(Results.person(1));
    assertThatThrownBy(
            () ->
                registry
                    .jdbc
                    .sql(
                        """
                        insert into certificate_event (certificate, version, position, kind, at, actor)
                        select id, 2, 99, 'REVOKED', now(), 'insider' from certificate
                         where code = ?
                        """)
                    .param(issued.code().value())
                    .update())
        .rootCause()
        .hasMessageContaining("violates foreign key constraint");
  }

  @Test
  void anEventOfAnotherKindThanItsEntryIsRefusedByTheDatabase() {
    Certificate issued = registry.issued(Results.person(1));
    registry
        .jdbc
        .sql(
            ENTRY
                + "id, 2, 'REVOKED', issuer, "
                + SUBJECT
                + ", null::bytea"
                + NO_PLACE
                + " from certificate")
        .update();
    String event =
        """
        insert into certificate_event (certificate, version, position, kind, at, actor)
        select id, 2, 99, '%s', now(), 'insider' from certificate
        """;
    assertThatThrownBy(() -> registry.jdbc.sql(event.formatted("SUSPENDED")).update())
        .rootCause()
        .hasMessageContaining("the ledger has another entry");
    registry.jdbc.sql(event.formatted("REVOKED")).update();
    assertThat(registry.read(issued).state()).isEqualTo(CertificateState.REVOKED);
  }

  @Test
  void anEntryThatIsNotTrueOfACertificateIsRefusedByTheDatabase() {
    Certificate issued = registry.issued(Results.person(1));
    refused(
        "id, 2, 'REVOKED', issuer, sha256(''), null::bytea" + NO_PLACE,
        "its issuer and its subject");
    refused("id, 2, 'REVOKED', issuer + 1, " + SUBJECT + ", null::bytea" + NO_PLACE, "its issuer");
    refused("id + 9, 2, 'REVOKED', issuer, " + SUBJECT + ", null::bytea" + NO_PLACE, "that exists");
    refused(
        "id, 2, 'SUPERSEDED', issuer, " + SUBJECT + ", " + SUBJECT + NO_PLACE, "own correction");
    refused("id, 2, 'REVOKED', issuer, " + SUBJECT + ", null::bytea, 1, now()", "waits before");
    assertThat(registry.count("ledger_entry")).isEqualTo(1);
    assertThat(registry.read(issued)).isEqualTo(issued);
  }

  private void refused(String values, String why) {
    assertThatThrownBy(() -> registry.jdbc.sql(ENTRY + values + " from certificate").update())
        .rootCause()
        .hasMessageContaining(why);
  }

  @Test
  void whatWasRolledBackIsNoEntry() {
    registry.transactions.executeWithoutResult(
        status -> {
          registry.withinTransactions.register(
              List.of(Results.person(1)), Results.ISSUED, TestRegistry.SIGNER);
          status.setRollbackOnly();
        });
    assertThat(registry.count("ledger_entry")).isZero();
    assertThatThrownBy(() -> registry.publish()).hasRootCauseMessage("the ledger has no entry yet");
  }

  private List<LedgerLeaf> leaves() throws Exception {
    return TestLedger.leaves(registry.folder);
  }

  @Test
  void anEntryHoldsNothingThatCanBeGuessedBack() {
    Certificate issued = registry.issued(Results.person(1));
    Bytes other = new Salt(Bytes.wrap(new byte[16])).subject(issued.credential()).value();
    assertThat(issued.ledgerSubject().value()).isNotEqualTo(other);
    assertThat(issued.ledgerSubject()).isNotEqualTo(Digest.of(issued.credential()));
  }
}
