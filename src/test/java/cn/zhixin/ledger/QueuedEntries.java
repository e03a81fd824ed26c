package cn.zhixin.ledger;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Queues entries as the registry does, for certificates that are only numbers. */
public final class QueuedEntries {
  private QueuedEntries() {}

  /** Lets a database of its own take entries of certificates that are not there. */
  public static void withoutRegistry(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop trigger true_only on ledger_entry");
    }
  }

  /** The subject that an entry of that number has. */
  public static Digest subject(long certificate) {
    return Digest.of(Bytes.ofUtf8("certificate " + certificate));
  }

  /** All in one transaction. */
  public static void add(DataSource database, long from, int count) throws SQLException {
    Long[] certificates = new Long[count];
    byte[][] subjects = new byte[count][];
    for (int i = 0; i < count; i++) {
      certificates[i] = from + i;
      subjects[i] = subject(from + i).value().toArray();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into ledger_entry (certificate, version, kind, issuer, subject)
                select certificate, 1, 'ISSUED', 1, subject
                  from unnest(?::bigint[], ?::bytea[]) as e (certificate, subject)
                """)) {
      insert.setArray(1, connection.createArrayOf("bigint", certificates));
      insert.setArray(2, connection.createArrayOf("bytea", subjects));
      insert.executeUpdate();
    }
  }
}
