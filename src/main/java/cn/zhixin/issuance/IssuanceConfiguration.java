package cn.zhixin.issuance;

import cn.zhixin.background.BackgroundLoop;
import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.DocumentTemplate;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.Ledger;
import cn.zhixin.role.ConditionalOnRole;
import cn.zhixin.role.Role;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.KeyRing;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** Wires the office role: rosters, batches, the pipeline, changes of state. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.OFFICE)
@EnableConfigurationProperties(IssuanceProperties.class)
class IssuanceConfiguration {
  @Bean
  QrAddress qrAddress(@Value("${zhixin.public-address:}") String publicAddress) {
    return QrAddress.of(publicAddress);
  }

  @Bean
  DocumentStore documentStore(IssuanceProperties properties, @Value("${zhixin.home}") Path home) {
    Path folder = properties.documents();
    return new DocumentStore(folder == null ? home.resolve("documents") : folder);
  }

  @Bean
  Layouts layouts(
      DocumentTemplates templates,
      @Value("${zhixin.document.templates:}") String folder,
      QrAddress address) {
    return new Layouts(templates, new TemplateNames(folder), address);
  }

  @Bean
  IssuedDocuments issuedDocuments(
      DocumentStore store,
      QrAddress address,
      NumberPatterns numbers,
      DocumentTemplate usual,
      @Value("${zhixin.home}") Path home) {
    return new IssuedDocuments(store, address, numbers, usual.id(), home.resolve("copies"));
  }

  @Bean
  InvalidCopies invalidCopies(Certificates certificates, NumberPatterns numbers) {
    return new InvalidCopies(certificates, numbers);
  }

  @Bean
  BatchArchive batchArchive(RosterIssuing issuing, IssuedDocuments documents) {
    return new BatchArchive(issuing, documents);
  }

  @Bean
  TrialRendering trialRendering(
      Layouts layouts, QrAddress address, NumberPatterns numbers, Clock clock) {
    return new TrialRendering(
        () -> new CertificateDrawing(layouts, UnsignedTrial::new, address, numbers),
        numbers,
        clock);
  }

  @Bean
  ResultJson resultJson(Catalogue catalogue) {
    return new ResultJson(catalogue);
  }

  @Bean
  @DependsOnDatabaseInitialization
  JdbcBatches batches(DataSource database, ResultJson results) {
    return new JdbcBatches(database, results);
  }

  @Bean
  @DependsOnDatabaseInitialization
  OrderedBatches orderedBatches(DataSource database) {
    return new OrderedBatches(database);
  }

  @Bean
  IssuingKeys issuingKeys(KeyRing keys, DocumentSigning documents) {
    return new IssuingKeys(keys, documents);
  }

  @Bean
  @DependsOnDatabaseInitialization
  BatchRunner batchRunner(
      DataSource database,
      ResultJson results,
      Certificates certificates,
      Ledger ledger,
      IssuingKeys keys,
      Layouts layouts,
      QrAddress address,
      NumberPatterns numbers,
      DocumentStore store,
      IssuanceProperties properties,
      Clock clock) {
    return new BatchRunner(
        new ChunkClaims(database, results),
        () ->
            new IssuingPipeline(
                certificates,
                keys,
                ledger,
                new CertificateDrawing(layouts, keys::documentSigner, address, numbers),
                store,
                clock),
        properties.effectiveWorkers());
  }

  @Bean
  RosterIssuing rosterIssuing(
      Catalogue catalogue,
      IssuingKeys keys,
      Layouts layouts,
      TrialRendering trial,
      JdbcBatches batches,
      BatchRunner runner,
      Certificates certificates,
      IssuanceProperties properties,
      Clock clock) {
    return new RosterIssuing(
        catalogue,
        keys,
        layouts,
        trial,
        batches,
        runner,
        certificates,
        properties.chunkSize(),
        clock);
  }

  @Bean
  StateChanges stateChanges(
      Certificates certificates, Ledger ledger, FreshnessTimes times, Clock clock) {
    return new StateChanges(certificates, ledger, times, clock);
  }

  @Bean
  Corrections corrections(
      Certificates certificates,
      IssuingKeys keys,
      JdbcBatches batches,
      BatchRunner runner,
      TrialRendering trial,
      StateChanges changes,
      Clock clock) {
    return new Corrections(certificates, keys, batches, runner, trial, changes, clock);
  }

  @Bean
  @ConditionalOnWebApplication
  BackgroundLoop openBatches(BatchRunner runner, IssuanceProperties properties) {
    return new BackgroundLoop(
        "open-batches", properties.resumeAfterMillis(), new OpenBatches(runner)::step);
  }

  @Bean
  @Profile("demo")
  @ConditionalOnWebApplication
  @Order(1)
  ApplicationRunner demoBatch(RosterIssuing issuing, IssuedDocuments documents) {
    return arguments -> new DemoBatch(issuing, documents).issue();
  }

  /** Stands in the signature's place while a row is only tried: signs nothing. */
  private static final class UnsignedTrial implements DocumentSigner {
    @Override
    public int maximumSize() {
      return 16;
    }

    @Override
    public byte[] sign(Digest byteRanges) {
      return new byte[0];
    }
  }
}
