package cn.zhixin.ledger.sequencing;

import cn.zhixin.TestDatabase;
import cn.zhixin.ledger.QueuedEntries;
import cn.zhixin.ledger.TestLedger;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger on a database of its own, whose queue a test fills without a registry. */
abstract class QueuedLedger {
  @TempDir Path folder = Path.of("");

  final TestDatabase database = TestDatabase.create();
  final JdbcClient jdbc = JdbcClient.create(database.dataSource());

  @BeforeEach
  void withoutRegistry() throws Exception {
    QueuedEntries.withoutRegistry(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }

  SequencedLedger ledger() {
    return TestLedger.on(database.dataSource(), folder);
  }

  void queue(long from, int count) throws Exception {
    QueuedEntries.add(database.dataSource(), from, count);
  }
}
