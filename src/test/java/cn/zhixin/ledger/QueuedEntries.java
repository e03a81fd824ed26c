package cn.zhixin.ledger;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Queues entries as the registry does, for certificates that are only numbers. */
public final class QueuedEntries {
  private QueuedEntries() {}

  /** The subject that an entry of that number has. */
  public static Digest subject(long certificate) {
    return Digest.of(Bytes.ofUtf8("certificate " + certificate));
  }

  /** All in one transaction. */
  public static void add(DataSource database, long from, int count) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into ledger_entry (certificate, version, kind, issuer, subject)
                values (?, 1, 'ISSUED', 1, ?)
                """)) {
      connection.setAutoCommit(false);
      for (long certificate = from; certificate < from + count; certificate++) {
        insert.setLong(1, certificate);
        insert.setBytes(2, subject(certificate).value().toArray());
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    }
  }
}
