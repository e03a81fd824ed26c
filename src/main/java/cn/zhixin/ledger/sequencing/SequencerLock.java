package cn.zhixin.ledger.sequencing;

import cn.zhixin.ledger.LedgerUnavailable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Lets one sequencer at a time work, of all processes on the database. It goes with the holder's
 * connection, so that nobody waits for one that was killed. Not what the log's safety rests on: a
 * holder whose connection broke without its noticing can do no harm.
 */
final class SequencerLock {
  /** Of the database's advisory locks; the registry's own are digests of identity documents. */
  private static final long KEY = 0x7A68_6978_696E_0001L;

  private final DataSource database;

  /** Those of one process wait here, and hold one connection between them. */
  private final ReentrantLock inProcess = new ReentrantLock();

  SequencerLock(DataSource database) {
    this.database = database;
  }

  /** Waits for the lock and works under it. */
  <T> T with(Work<T> work) throws SQLException, IOException, LedgerUnavailable {
    inProcess.lock();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("select pg_advisory_xact_lock(" + KEY + ")");
        return work.run();
      } finally {
        // ends the transaction, and the lock with it
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } finally {
      inProcess.unlock();
    }
  }

  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, LedgerUnavailable;
  }
}
