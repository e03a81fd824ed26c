package cn.zhixin.ledger;

import cn.zhixin.background.BackgroundLoop;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.sequencing.Cosigners;
import cn.zhixin.ledger.sequencing.JdbcPublishedLedger;
import cn.zhixin.ledger.sequencing.SequencedLedger;
import cn.zhixin.ledger.witness.WitnessSettings;
import cn.zhixin.role.ConditionalOnRole;
import cn.zhixin.role.Role;
import cn.zhixin.signing.MalformedKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the ledger: what publishes it on office nodes, and what it has published on all. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerProperties.class)
class LedgerConfiguration {
  @Bean
  LedgerKeys ledgerKeys(LedgerProperties properties, Environment environment) {
    return new LedgerKeys(properties, environment.acceptsProfiles(Profiles.of("demo")));
  }

  @Bean
  @DependsOnDatabaseInitialization
  PublishedLedger publishedLedger(
      DataSource database,
      LedgerProperties properties,
      LedgerKeys keys,
      @Value("${zhixin.home}") Path home,
      Clock clock)
      throws IOException, MalformedKey, MalformedNote {
    return new JdbcPublishedLedger(
        database, folder(properties, home), keys.verifiers(clock), clock.getZone());
  }

  @Bean
  @ConditionalOnRole(Role.OFFICE)
  Cosigners cosigners(LedgerProperties properties, LedgerKeys keys, Clock clock)
      throws IOException, MalformedKey, MalformedNote {
    WitnessSettings settings = properties.witnessSettings();
    return settings.witnesses().isEmpty()
        ? Cosigners.none()
        : new WitnessedRelease(settings, keys.signers(clock).get(0).key());
  }

  @Bean
  @ConditionalOnRole(Role.OFFICE)
  @DependsOnDatabaseInitialization
  Ledger ledger(
      DataSource database,
      PlatformTransactionManager transactionManager,
      LedgerProperties properties,
      LedgerKeys keys,
      Cosigners cosigners,
      @Value("${zhixin.home}") Path home,
      Clock clock)
      throws IOException, MalformedKey {
    TransactionTemplate own = new TransactionTemplate(transactionManager);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new SequencedLedger(
        database, own, folder(properties, home), keys.signers(clock), cosigners, clock);
  }

  @Bean
  @ConditionalOnRole(Role.OFFICE)
  @ConditionalOnWebApplication
  BackgroundLoop waitingEntries(Ledger ledger, LedgerProperties properties) {
    return new BackgroundLoop(
        "ledger-entries",
        properties.publishAfterMillis(),
        new WaitingEntries(ledger, System::nanoTime)::step);
  }

  private static Path folder(LedgerProperties properties, Path home) {
    Path folder = properties.folder();
    return folder == null ? home.resolve("ledger") : folder;
  }
}
