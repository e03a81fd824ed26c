package cn.zhixin.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;

/** Opens the keys that {@link SigningProperties} name; sample keys in the profile {@code demo}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SigningProperties.class)
class SigningConfiguration {
  private static final Profiles DEMO = Profiles.of("demo");

  @Bean
  KeyRing keyRing(SigningProperties properties, Environment environment, InstantSource clock)
      throws IOException, MalformedCertificate {
    KeyRingBuilder builder =
        KeyRing.builder(clock)
            .provider(properties.provider())
            .allowSampleKeys(environment.acceptsProfiles(DEMO))
            .certificates(certificates(properties));
    List<Resource> stores = new ArrayList<>(properties.keyStore());
    if (properties.timeStamp().equals(SigningProperties.EMBEDDED)
        && properties.timeStampKeyStore() != null) {
      stores.add(properties.timeStampKeyStore());
    }
    for (Resource store : stores) {
      char[] password = secret(properties.password(), properties.passwordFile(), "password");
      builder.keyStore(store.getContentAsByteArray(), password, store.getDescription());
    }
    Pkcs11Settings token = properties.pkcs11();
    if (token != null) {
      builder.token(token, secret(token.pin(), token.pinFile(), "pkcs11.pin"));
    }
    KeyRing ring = builder.build();
    ring.warnOfExpiring();
    return ring;
  }

  @Bean
  TrustAnchors trustAnchors(SigningProperties properties) throws IOException, MalformedCertificate {
    return TrustAnchors.of(certificates(properties));
  }

  @Bean
  @ConditionalOnProperty(
      name = "zhixin.signing.time-stamp",
      havingValue = SigningProperties.EMBEDDED)
  TimeStampServer timeStampServer(SigningProperties properties, KeyRing keys, InstantSource clock)
      throws IOException {
    SigningKey key = keys.signingKey(KeyPurpose.TIME_STAMP);
    return TimeStampServer.start(
        new TimeStampAuthority(key, properties.timeStampPolicy(), clock), 0);
  }

  @Bean
  DocumentSigning documentSigning(
      SigningProperties properties,
      KeyRing keys,
      TrustAnchors anchors,
      ObjectProvider<TimeStampServer> embedded) {
    if (properties.timeStamp().equals(SigningProperties.NONE)) {
      return new DocumentSigning(keys, null);
    }
    TimeStampServer server = embedded.getIfAvailable();
    return new DocumentSigning(
        keys,
        new TimeStampClient(
            server == null ? properties.timeStampAddress() : server.address(),
            properties.timeStampTimeout(),
            anchors),
        properties.timeStampsAtOnce());
  }

  private static List<X509Certificate> certificates(SigningProperties properties)
      throws IOException, MalformedCertificate {
    List<X509Certificate> all = new ArrayList<>();
    for (Resource file : properties.trust()) {
      all.addAll(CertificateFiles.read(file.getContentAsByteArray(), file.getDescription()));
    }
    return all;
  }

  private static char[] secret(@Nullable String given, @Nullable Resource file, String setting)
      throws IOException {
    if (given != null) {
      return given.toCharArray();
    }
    if (file == null) {
      throw new IllegalArgumentException(
          String.format(
              "没有设置 zhixin.signing.%s 或 zhixin.signing.%s-file，密钥无法打开 /"
                  + " keys need zhixin.signing.%s or zhixin.signing.%s-file",
              setting, setting, setting, setting));
    }
    return file.getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .findFirst()
        .orElse("")
        .toCharArray();
  }
}
