package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.embedded.EmbeddedServers;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.Salt;
import cn.zhixin.ledger.TestLedger;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads past the program, straight from its database and its folder, what became of the people of
 * {@link Rosters}. Keeps the home's database running until it is closed.
 */
final class RosterAudit implements AutoCloseable {
  /** Nobody else works at such a place: the demo's people do not count. */
  private static final String PEOPLE = "c.employer like '威海市第%实验工厂'";

  private final Path home;
  private final EmbeddedServers servers;

  RosterAudit(Path home) {
    this.home = home;
    this.servers = EmbeddedServers.open(home, false);
  }

  /** What must never change once it is registered, and the document's digest, null until issued. */
  record Registered(
      String code, String number, String credential, String digest, String salt, String pack) {}

  /** By the holder's identity number; empty before the program made its tables. */
  Map<String, Registered> registered() throws SQLException {
    Map<String, Registered> all = new TreeMap<>();
    if (count("select count(*) from pg_tables where tablename = 'batch_row'") == 0) {
      return all;
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select document_number, code, number, encode(credential, 'hex'),
                  coalesce(encode(e.document_digest, 'hex'), ''), encode(ledger_salt, 'hex'),
                  coalesce(e.document_pack, '')
                from certificate c
                  left join certificate_event e on e.certificate = c.id and e.version = 1
                where\s"""
                    + PEOPLE)) {
      while (row.next()) {
        Registered one =
            new Registered(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
        assertThat(all.put(row.getString(1), one)).as("two certificates for one person").isNull();
      }
    }
    return all;
  }

  /** Chunks done so far; 0 before the program made its tables. */
  long chunksDone() throws SQLException {
    return count("select count(*) from pg_tables where tablename = 'batch_row'") == 0
        ? 0
        : count("select count(*) from batch_chunk where done");
  }

  long openChunks() throws SQLException {
    return count("select count(*) from batch_chunk where not done");
  }

  /** What was registered earlier is still there, and nothing of it differs. */
  static void assertKept(Map<String, Registered> earlier, Map<String, Registered> later) {
    earlier.forEach(
        (person, before) -> {
          Registered after = Objects.requireNonNull(later.get(person), "registered and gone");
          assertThat(after.code()).isEqualTo(before.code());
          assertThat(after.number()).isEqualTo(before.number());
          assertThat(after.credential()).isEqualTo(before.credential());
          assertThat(after.digest()).startsWith(before.digest());
        });
  }

  /** Everybody has one certificate, issued once, with the file that the registry names. */
  void assertAllIssuedOnce(int people) throws SQLException, IOException {
    Map<String, Registered> all = registered();
    assertThat(all).hasSize(people);
    assertThat(all.values()).extracting(Registered::number).doesNotHaveDuplicates();
    assertThat(all.values()).extracting(Registered::code).doesNotHaveDuplicates();
    for (Registered certificate : all.values()) {
      assertThat(certificate.digest()).as("registered but not released").hasSize(64);
      assertThat(Digest.of(content(certificate)).toHex()).isEqualTo(certificate.digest());
    }
    String events = "select count(*) from certificate_event e join certificate c";
    assertThat(count(events + " on c.id = e.certificate where " + PEOPLE)).isEqualTo(people);
    assertThat(count(events + " on c.id = e.certificate where e.kind = 'ISSUED' and " + PEOPLE))
        .isEqualTo(people);
    assertThat(openChunks()).isZero();
    assertThat(count("select count(*) from batch_row where result is not null"))
        .as("rows that still hold personal data")
        .isZero();
    assertThat(count("select max(position) - count(*) from certificate_event"))
        .as("positions left out of the feed")
        .isZero();
    assertThat(count("select sum(last) - (select count(*) from certificate) from number_serial"))
        .as("serials left out or given twice")
        .isZero();
  }

  /** Everybody's issue is in the ledger's files, each once, and the ledger has nothing else. */
  void assertAllInTheLedgerOnce() throws Exception {
    VerifierKey key = VerifierKey.parse(Files.readString(Path.of("keys-sample/ledger.vkey")));
    List<LedgerLeaf> leaves = TestLedger.leaves(home.resolve("ledger"), CheckpointPolicy.of(key));
    List<Digest> issued =
        leaves.stream()
            .filter(leaf -> leaf.kind() == LeafKind.ISSUED)
            .map(LedgerLeaf::subject)
            .toList();
    assertThat(issued).doesNotHaveDuplicates();
    assertThat(issued)
        .containsAll(
            registered().values().stream()
                .map(
                    one -> new Salt(Bytes.ofHex(one.salt())).subject(Bytes.ofHex(one.credential())))
                .toList());
    assertThat(leaves).hasSize((int) count("select count(*) from certificate_event"));
  }

  private Bytes content(Registered certificate) throws IOException {
    Path pack = home.resolve("documents").resolve(certificate.pack());
    try (ZipFile files = new ZipFile(pack.toFile())) {
      ZipEntry entry = Objects.requireNonNull(files.getEntry(certificate.digest() + ".pdf"));
      return Bytes.wrap(files.getInputStream(entry).readAllBytes());
    }
  }

  private long count(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(servers.jdbcUrl(), servers.user(), servers.password());
  }

  @Override
  public void close() {
    servers.close();
  }
}
