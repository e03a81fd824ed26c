package cn.zhixin.verification.panel;

import cn.zhixin.certificate.Certificates;
import cn.zhixin.document.StampedCopies;
import cn.zhixin.storage.Packs;
import cn.zhixin.verification.PrimaryReads;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.door.GroupSecret;
import cn.zhixin.verification.guesses.IdentityGuesses;
import cn.zhixin.verification.receipts.Receipts;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the holder's page. */
@PublicRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PanelProperties.class)
class PanelConfiguration {
  @Bean
  @DependsOnDatabaseInitialization
  HolderSessions holderSessions(DataSource database, Clock clock) {
    return new HolderSessions(JdbcClient.create(database), clock);
  }

  @Bean
  Holders holders(Certificates certificates, PrimaryReads reads) {
    return new Holders(certificates, reads);
  }

  @Bean
  BrowserMarks browserMarks(GroupSecret secret, Clock clock) {
    return new BrowserMarks(secret, clock);
  }

  @Bean
  HolderSignIn holderSignIn(Holders holders, BrowserMarks marks, IdentityGuesses guesses) {
    return new HolderSignIn(holders, marks, guesses);
  }

  @Bean
  @DependsOnDatabaseInitialization
  Shares shares(DataSource database, GroupSecret secret, Clock clock) {
    return new Shares(JdbcClient.create(database), new ShareCodeSeal(secret), clock);
  }

  @Bean
  @DependsOnDatabaseInitialization
  ShareOpenings shareOpenings(DataSource database, Clock clock) {
    return new ShareOpenings(JdbcClient.create(database), clock);
  }

  @Bean
  @DependsOnDatabaseInitialization
  Questions questions(DataSource database) {
    return new Questions(JdbcClient.create(database));
  }

  @Bean
  CertificateFiles certificateFiles(
      Certificates certificates,
      PrimaryReads reads,
      PanelProperties properties,
      Environment environment,
      @Value("${zhixin.home:zhixin-data}") Path home) {
    return new CertificateFiles(
        certificates,
        reads,
        new Packs(
            folder(
                properties.documents(),
                environment.getProperty("zhixin.issuance.documents"),
                home)));
  }

  private static Path folder(@Nullable Path own, @Nullable String issued, Path home) {
    if (own != null) {
      return own;
    }
    return issued == null || issued.isBlank() ? home.resolve("documents") : Path.of(issued);
  }

  /** The key of receipts: what it signs is this service's word, never an authority's. */
  @Bean
  CopySigners copySigners(Receipts receipts) {
    return receipts::newSigner;
  }

  @Bean
  StampedCopyMaker stampedCopyMaker(
      Answers answers, CertificateFiles files, CopySigners signers, Shares shares, Clock clock) {
    return new StampedCopyMaker(answers, files, signers, shares, StampedCopies.bundled(), clock);
  }
}
