package cn.zhixin.verification.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.TestDatabase;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.verification.Closing;
import cn.zhixin.verification.EmployerSiteTest;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.files.FileCheck;
import cn.zhixin.verification.files.FilesProperties;
import cn.zhixin.verification.guesses.IdentityGuesses;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The site of the endpoints' tests, with a runner of another node and a database of its own. */
@EmployerSiteTest
class BulkRunnerTests {
  @Autowired private Answers answers;
  @Autowired private Certificates certificates;
  @Autowired private IdentityGuesses guesses;
  @Autowired private ObjectProvider<FileCheck> files;
  @Autowired private FilesProperties filesProperties;
  @Autowired private Clock clock;

  private TestDatabase database;
  private BulkRunner runner;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    DataSource source = database.dataSource();
    JdbcTransactionManager transactions = new JdbcTransactionManager(source);
    BulkConfiguration made = new BulkConfiguration();
    runner =
        made.bulkRunner(
            source,
            transactions,
            answers,
            certificates,
            made.inquiryLog(source),
            guesses,
            made.bulkJobs(source, transactions, clock),
            new BulkProperties(1, Duration.ofDays(7)),
            files,
            filesProperties,
            clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Whatever is closed after it, the database first of all, is not read from any more. */
  @Test
  void isClosedWhenItsLastQueryIsAnswered() throws Exception {
    try (Connection other = database.dataSource().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table bulk_chunk in access exclusive mode");
      runner.start();
      awaitQueryThatWaits();
      Closing closing = Closing.of(runner);
      assertThat(closing.waits()).isTrue();
      other.rollback();
      closing.end();
      assertThat(queriesThatWait()).isZero();
    }
  }

  private void awaitQueryThatWaits() throws InterruptedException {
    for (int look = 0; look < 2_000 && queriesThatWait() == 0; look++) {
      Thread.sleep(10);
    }
    assertThat(queriesThatWait()).isOne();
  }

  private int queriesThatWait() {
    return JdbcClient.create(database.dataSource())
        .sql(
            "select count(*) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'")
        .query(Integer.class)
        .single();
  }
}
