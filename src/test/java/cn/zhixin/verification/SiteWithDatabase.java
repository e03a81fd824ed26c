package cn.zhixin.verification;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.ledger.SampleLedger;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.TrustAnchors;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;

/** What sites with a real database have of a {@link PublicSite}, and what they sign with. */
abstract class SiteWithDatabase {
  final PublicSite site;

  SiteWithDatabase(PublicSite site) {
    this.site = site;
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
  Catalogue catalogue() throws Exception {
    return site.catalogue();
  }

  @Bean
  NumberPatterns numberPatterns() {
    return site.numberPatterns();
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
