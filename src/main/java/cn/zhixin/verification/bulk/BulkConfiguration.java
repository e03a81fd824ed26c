package cn.zhixin.verification.bulk;

import cn.zhixin.certificate.Certificates;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.files.FileCheck;
import cn.zhixin.verification.files.FilesProperties;
import cn.zhixin.verification.guesses.IdentityGuesses;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires lists of certificates. */
@PublicRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BulkProperties.class, FilesProperties.class})
public class BulkConfiguration {
  @Bean
  @DependsOnDatabaseInitialization
  InquiryLog inquiryLog(DataSource database) {
    return new InquiryLog(new JdbcTemplate(database));
  }

  @Bean
  @DependsOnDatabaseInitialization
  BulkJobs bulkJobs(DataSource database, PlatformTransactionManager transactions, Clock clock) {
    return new BulkJobs(
        JdbcClient.create(database),
        new TransactionTemplate(transactions),
        new JobRows(new JdbcTemplate(database)),
        new FileRows(new JdbcTemplate(database)),
        clock);
  }

  @Bean(initMethod = "start")
  BulkRunner bulkRunner(
      DataSource database,
      PlatformTransactionManager transactions,
      Answers answers,
      Certificates certificates,
      InquiryLog inquiries,
      IdentityGuesses guesses,
      BulkJobs jobs,
      BulkProperties properties,
      ObjectProvider<FileCheck> files,
      FilesProperties filesProperties,
      Clock clock) {
    ChunkWork work =
        new ChunkWork(
            new JdbcTemplate(database),
            new TransactionTemplate(transactions),
            new RowAnswers(answers, certificates, guesses),
            new FileAnswers(
                files::getObject, filesProperties.formerHosts(), filesProperties.workers(), clock),
            inquiries,
            clock);
    return new BulkRunner(work, jobs, properties.workers(), properties.kept());
  }
}
