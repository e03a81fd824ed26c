package cn.zhixin.certificate;

import cn.zhixin.catalogue.Catalogue;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the registry together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CertificateProperties.class, FreshnessProperties.class})
public class CertificateConfiguration {
  @Bean
  NumberPatterns numberPatterns(CertificateProperties properties) {
    return new NumberPatterns(
        NumberPattern.parse(properties.numberPattern()),
        properties.numberPatterns().entrySet().stream()
            .collect(
                Collectors.toMap(own -> own.getKey(), own -> NumberPattern.parse(own.getValue()))));
  }

  @Bean
  @DependsOnDatabaseInitialization
  Certificates certificates(
      DataSource dataSource,
      PlatformTransactionManager transactionManager,
      Catalogue catalogue,
      NumberPatterns patterns) {
    return registry(dataSource, transactionManager, catalogue, patterns);
  }

  static Certificates registry(
      DataSource dataSource,
      PlatformTransactionManager transactionManager,
      Catalogue catalogue,
      NumberPatterns patterns) {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    JdbcTemplate rows = new JdbcTemplate(dataSource);
    CertificateReading reading =
        new CertificateReading(jdbc, new CertificateRows(new PrintedNames(catalogue)));
    EnteredIssues entered = new EnteredIssues(jdbc);
    RegistryLocks locks = new RegistryLocks(jdbc);
    LedgerQueue ledger = new LedgerQueue(rows);
    StateEvents events = new StateEvents(rows, ledger);
    return new JdbcCertificates(
        new TransactionTemplate(transactionManager),
        reading,
        entered,
        new Registrations(
            reading,
            new CertificateInserts(rows),
            ledger,
            new NumberSerials(jdbc, patterns),
            locks,
            new SecureRandom()),
        new Releases(jdbc, reading, entered, events, locks),
        events,
        locks);
  }

  @Bean
  @DependsOnDatabaseInitialization
  HeldCertificates heldCertificates(DataSource dataSource, Catalogue catalogue) {
    return held(dataSource, catalogue);
  }

  static HeldCertificates held(DataSource dataSource, Catalogue catalogue) {
    return new CertificateReading(
            JdbcClient.create(dataSource), new CertificateRows(new PrintedNames(catalogue)))
        ::heldUnder;
  }

  @Bean
  @DependsOnDatabaseInitialization
  DocumentDigests documentDigests(DataSource dataSource) {
    return new JdbcDocumentDigests(JdbcClient.create(dataSource));
  }

  @Bean
  @DependsOnDatabaseInitialization
  StateFeed stateFeed(DataSource dataSource, PlatformTransactionManager transactionManager) {
    TransactionTemplate oneMoment = new TransactionTemplate(transactionManager);
    oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    oneMoment.setReadOnly(true);
    return new JdbcStateFeed(JdbcClient.create(dataSource), oneMoment);
  }

  @Bean
  FreshnessTimes freshnessTimes(FreshnessProperties properties) {
    return new FreshnessTimes(properties.lease(), properties.margin());
  }
}
