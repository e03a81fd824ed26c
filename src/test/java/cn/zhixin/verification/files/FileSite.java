package cn.zhixin.verification.files;

import cn.zhixin.ledger.SampleLedger;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.TimeStampClient;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.SampleRing;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The public site with the check of files. */
@Profile("!bench")
@Configuration(proxyBeanMethods = false)
@ComponentScan({"cn.zhixin.verification.files.web", "cn.zhixin.verification.receipts"})
@Import({PublicSite.class, FilesConfiguration.class})
public class FileSite {
  @Bean
  ReleasedFiles released() throws Exception {
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

  /** At level B-T if a test has an authority of time stamps. */
  @Bean
  DocumentSigning documentSigning(KeyRing keys, ObjectProvider<TimeStampClient> timeStamps) {
    return new DocumentSigning(keys, timeStamps.getIfAvailable());
  }

  @Bean
  TrustAnchors trustAnchors(@Value("${test.trust:root.cer.pem}") String file) {
    return TrustAnchors.of(List.of(SampleRing.certificate(file)));
  }

  @Bean
  InstantSource instantSource() {
    return InstantSource.system();
  }
}
