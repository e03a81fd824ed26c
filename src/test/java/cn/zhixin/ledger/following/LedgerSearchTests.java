package cn.zhixin.ledger.following;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.ledger.Salt;
import cn.zhixin.ledger.following.SearchOutcome.Event;
import cn.zhixin.ledger.following.SearchOutcome.Found;
import cn.zhixin.ledger.following.SearchOutcome.NotThere;
import cn.zhixin.ledger.tile.Tile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerSearchTests {
  private static final Bytes CREDENTIAL = Bytes.ofUtf8("a credential");
  private static final int ISSUER = 1;
  private static final int PLACE = 700;

  private final Salt salt = Salt.random(new SecureRandom());
  @TempDir private Path folder;
  private GrowingLedger ledger = new GrowingLedger(Path.of(""));
  private LedgerLeaf issue = leaf(LeafKind.ISSUED, PLACE);
  private LedgerProof proof = proof(PLACE);

  @BeforeEach
  void grow() throws Exception {
    ledger = new GrowingLedger(folder.resolve("ledger")).growTo(PLACE);
    ledger.append(List.of(issue.encoded())).growTo(900);
    proof = proof(PLACE);
  }

  private LedgerLeaf leaf(LeafKind kind, long index) {
    Instant at = GrowingLedger.leaf(index, "").at();
    return new LedgerLeaf(kind, ISSUER, at, salt.subject(CREDENTIAL), Optional.empty());
  }

  private LedgerProof proof(long index) {
    return new LedgerProof(salt, issue.at(), index, List.of(), ledger.sign());
  }

  private SearchOutcome find(LedgerProof carried) {
    return new LedgerSearch(ledger.source(), ledger.policy(), (done, size) -> {})
        .find(carried, CREDENTIAL, ISSUER);
  }

  @Test
  void findsTheIssueAndEverythingAfterIt() throws Exception {
    assertThat(find(proof))
        .isEqualTo(new Found(new LedgerPlace(PLACE, issue.at()), List.of(), ledger.head()));
    LedgerLeaf suspended = leaf(LeafKind.SUSPENDED, 900);
    LedgerLeaf revoked = leaf(LeafKind.REVOKED, 1_500);
    ledger.append(List.of(suspended.encoded())).growTo(1_500);
    ledger.append(List.of(revoked.encoded())).growTo(1_600);
    assertThat(find(proof))
        .isEqualTo(
            new Found(
                new LedgerPlace(PLACE, issue.at()),
                List.of(new Event(900, suspended), new Event(1_500, revoked)),
                ledger.head()));
  }

  @ParameterizedTest
  @CsvSource({
    "REVOKED, SUSPENDED, false",
    "CANCELLED, REVOKED, false",
    "SUPERSEDED, REVOKED, false",
    "SUSPENDED, RESUMED, true",
    "SUSPENDED, REVOKED, true",
    "SUSPENDED, ISSUED, false",
  })
  void eventsThatCannotFollowEachOtherAreAnAlarm(LeafKind first, LeafKind then, boolean possible)
      throws Exception {
    ledger.append(List.of(event(first, 900), event(then, 901)));
    if (possible) {
      assertThat(find(proof))
          .isInstanceOfSatisfying(Found.class, f -> assertThat(f.lastKind()).isEqualTo(then));
    } else {
      assertThat(find(proof))
          .isInstanceOfSatisfying(
              Alarm.class,
              alarm -> {
                assertThat(alarm.code()).isEqualTo("IMPOSSIBLE_EVENTS");
                assertThat(alarm.where()).isEqualTo("entry 901: " + then + " after " + first);
              });
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RESUMED", "ISSUED"})
  void aResumptionWithoutASuspensionAndASecondIssueAreAnAlarm(LeafKind kind) throws Exception {
    ledger.append(List.of(event(kind, 900)));
    assertThat(find(proof))
        .isInstanceOfSatisfying(
            Alarm.class, alarm -> assertThat(alarm.code()).isEqualTo("IMPOSSIBLE_EVENTS"));
  }

  private Bytes event(LeafKind kind, long index) {
    Instant at = GrowingLedger.leaf(index, "").at();
    Optional<Digest> successor =
        kind == LeafKind.SUPERSEDED ? Optional.of(issue.subject()) : Optional.empty();
    return new LedgerLeaf(kind, ISSUER, at, salt.subject(CREDENTIAL), successor).encoded();
  }

  @Test
  void anotherPlaceOrAnotherCertificateIsNotThere() {
    for (long index : new long[] {0, PLACE - 1, PLACE + 1, 899, 900, 1L << 40}) {
      assertThat(find(proof(index))).isEqualTo(new NotThere(index, ledger.head()));
    }
    SearchOutcome otherIssuer =
        new LedgerSearch(ledger.source(), ledger.policy(), (done, size) -> {})
            .find(proof, CREDENTIAL, ISSUER + 1);
    assertThat(otherIssuer).isInstanceOf(NotThere.class);
    SearchOutcome otherCredential =
        new LedgerSearch(ledger.source(), ledger.policy(), (done, size) -> {})
            .find(proof, Bytes.ofUtf8("forged"), ISSUER);
    assertThat(otherCredential).isInstanceOf(NotThere.class);
  }

  /** A revocation cannot be hidden by whoever serves the entries. */
  @Test
  void anEntryThatWasChangedIsNotOverlooked() throws Exception {
    ledger.append(List.of(leaf(LeafKind.REVOKED, 900).encoded()));
    ledger.flip(new Tile(Tile.ENTRIES, 3, 133), 133 * 46);
    assertThat(find(proof))
        .isInstanceOfSatisfying(
            Alarm.class, alarm -> assertThat(alarm.code()).isEqualTo("UNFOUNDED"));
  }

  @Test
  void aTileThatWasChangedOrACheckpointNotTrustedIsAnAlarm() throws Exception {
    ledger.flip(new Tile(1, 0, 3), 0);
    assertThat(find(proof)).isInstanceOf(Alarm.class);
    ledger.flip(new Tile(1, 0, 3), 0);
    ledger.publish(ledger.sign().encoded().replaceFirst("\n900\n", "\n899\n"));
    assertThat(find(proof))
        .isInstanceOfSatisfying(
            Alarm.class, alarm -> assertThat(alarm.code()).isEqualTo("WRONG_LEDGER_SIGNATURE"));
  }
}
