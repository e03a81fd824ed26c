package cn.zhixin.verification;

import cn.zhixin.TestDatabase;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.ledger.SampleLedger;
import cn.zhixin.people.PeopleConfiguration;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.TrustAnchors;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The {@link PublicSite} with a real database for what employers ask. */
@Profile("!bench")
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
  "cn.zhixin.verification.web",
  "cn.zhixin.verification.bulk",
  "cn.zhixin.verification.receipts",
  "cn.zhixin.ledger.web"
})
@Import({VerificationConfiguration.class, PeopleConfiguration.class})
public class EmployerSite {
  private final PublicSite site = new PublicSite();

  @Bean(destroyMethod = "close")
  TestDatabase database() {
    return TestDatabase.create();
  }

  @Bean
  DataSource dataSource(TestDatabase database) {
    return database.dataSource();
  }

  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  DocumentSigning documentSigning(KeyRing keys) {
    return new DocumentSigning(keys, null);
  }

  @Bean
  TrustAnchors trustAnchors() {
    return TrustAnchors.of(List.of(SampleRing.certificate("root.cer.pem")));
  }

  @Bean
  NumberPatterns numberPatterns() {
    return site.numberPatterns();
  }

  @Bean
  FakeRegistry registry() {
    return site.registry();
  }

  @Bean
  SampleLedger ledger() throws IOException {
    return site.ledger();
  }

  @Bean
  FreshnessTimes freshnessTimes() {
    return site.freshnessTimes();
  }

  @Bean
  KeyRing keyRing() {
    return site.keyRing();
  }
}
