package cn.zhixin.verification;

import cn.zhixin.TestDatabase;
import cn.zhixin.people.PeopleConfiguration;
import java.time.Clock;
import java.time.ZoneId;
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
  "cn.zhixin.verification.guesses",
  "cn.zhixin.verification.employers",
  "cn.zhixin.verification.bulk",
  "cn.zhixin.verification.receipts",
  "cn.zhixin.ledger.web"
})
@Import({VerificationConfiguration.class, PeopleConfiguration.class})
public class EmployerSite extends SiteWithDatabase {
  EmployerSite() {
    super(new PublicSite());
  }

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
  FakeRegistry registry() {
    return site.registry();
  }
}
