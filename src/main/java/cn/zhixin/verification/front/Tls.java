package cn.zhixin.verification.front;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.web.server.Ssl;

/** TLS as {@code server.ssl} describes it. */
final class Tls {
  private Tls() {}

  static SslContext context(SslBundle bundle, Ssl.@Nullable ClientAuth clients) {
    SslOptions options = bundle.getOptions();
    SslContextBuilder builder =
        SslContextBuilder.forServer(bundle.getManagers().getKeyManagerFactory())
            .trustManager(bundle.getManagers().getTrustManagerFactory())
            .clientAuth(
                Ssl.ClientAuth.map(
                    clients, ClientAuth.NONE, ClientAuth.OPTIONAL, ClientAuth.REQUIRE));
    String[] ciphers = options.getCiphers();
    if (ciphers != null) {
      builder.ciphers(Arrays.asList(ciphers), SupportedCipherSuiteFilter.INSTANCE);
    }
    String[] protocols = options.getEnabledProtocols();
    if (protocols != null) {
      builder.protocols(protocols);
    }
    try {
      return builder.build();
    } catch (SSLException e) {
      throw new IllegalStateException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }
}
