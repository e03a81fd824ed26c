package cn.zhixin.verification.receipts;

import cn.zhixin.signing.CertificateFiles;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.KeyRingBuilder;
import cn.zhixin.signing.MalformedCertificate;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.PublicRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;

/** Opens the key of receipts, if there is one. */
@PublicRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReceiptProperties.class)
public class ReceiptConfiguration {
  private static final Profiles DEMO = Profiles.of("demo");

  @Bean
  ReceiptSeal receiptSeal(
      ReceiptProperties properties, Environment environment, DocumentSigning documents, Clock clock)
      throws IOException {
    KeyRingBuilder builder =
        KeyRing.builder(clock).allowSampleKeys(environment.acceptsProfiles(DEMO));
    Resource store = properties.keyStore();
    if (store != null) {
      builder.keyStore(store.getContentAsByteArray(), password(properties), store.getDescription());
    }
    KeyRing keys = builder.build();
    if (keys.signingKeys().stream().anyMatch(key -> key.purpose() != KeyPurpose.RECEIPT)) {
      throw new IllegalArgumentException(
          "zhixin.receipts.key-store 中有不限于核验报告的密钥，查验节点上不得有它；请只放核验报告的密钥 /"
              + " zhixin.receipts.key-store holds a key that is not for receipts only: a public node"
              + " must not have it");
    }
    keys.warnOfExpiring();
    return new ReceiptSeal(keys, documents.with(keys));
  }

  @Bean
  Receipts receipts(ReceiptSeal seal, Clock clock) {
    return new Receipts(seal, clock);
  }

  @Bean
  ReceiptCheck receiptCheck(
      ReceiptSeal seal, TrustAnchors trusted, ReceiptProperties properties, Clock clock)
      throws IOException, MalformedCertificate {
    List<X509Certificate> own = new ArrayList<>(seal.certificates());
    for (Resource file : properties.trust()) {
      own.addAll(CertificateFiles.read(file.getContentAsByteArray(), file.getDescription()));
    }
    return new ReceiptCheck(trusted.and(own), clock);
  }

  private static char[] password(ReceiptProperties properties) throws IOException {
    if (properties.password() != null) {
      return properties.password().toCharArray();
    }
    Resource file = properties.passwordFile();
    if (file == null) {
      throw new IllegalArgumentException(
          "a key store needs zhixin.receipts.password or zhixin.receipts.password-file");
    }
    return file.getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .findFirst()
        .orElse("")
        .toCharArray();
  }
}
