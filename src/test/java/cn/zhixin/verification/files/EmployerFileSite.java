package cn.zhixin.verification.files;

import cn.zhixin.ledger.SampleLedger;
import cn.zhixin.verification.EmployerSite;
import cn.zhixin.verification.EnteredCertificates;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The site for employers with the check of files. */
@Profile("!bench")
@Configuration(proxyBeanMethods = false)
@ComponentScan("cn.zhixin.verification.files.web")
@Import({EmployerSite.class, FilesConfiguration.class})
public class EmployerFileSite {
  @Bean
  ReleasedFiles released() {
    return new ReleasedFiles();
  }

  /** The ledger in which the fixture's certificates are entered is ours too. */
  @Bean
  static BeanPostProcessor oneMoreKey() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SampleLedger ledger) {
          ledger.key(EnteredCertificates.LEDGER.key());
        }
        return bean;
      }
    };
  }
}
