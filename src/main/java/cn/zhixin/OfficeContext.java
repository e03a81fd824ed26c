package cn.zhixin;

import cn.zhixin.issuance.cli.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The office role without its web server, for commands. */
final class OfficeContext implements Office, AutoCloseable {
  private @Nullable ConfigurableApplicationContext context;

  @Override
  public synchronized <T> T get(Class<T> type) {
    if (context == null) {
      context =
          new SpringApplicationBuilder(Zhixin.class)
              .web(WebApplicationType.NONE)
              .bannerMode(Banner.Mode.OFF)
              .logStartupInfo(false)
              .properties("spring.config.name=application,command-line")
              .run("--zhixin.roles=office");
    }
    return context.getBean(type);
  }

  @Override
  public synchronized void close() {
    if (context != null) {
      context.close();
    }
  }
}
