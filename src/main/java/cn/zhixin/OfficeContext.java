package cn.zhixin;

import cn.zhixin.issuance.cli.Office;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The office role without its web server, for commands. Where the process is told to end, the
 * command that uses it is interrupted first, and database and keys are there until it has ended.
 */
final class OfficeContext implements Office, cn.zhixin.people.cli.Office, AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Thread command = Thread.currentThread();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean interrupted;
  private @Nullable ConfigurableApplicationContext context;

  @Override
  public synchronized <T> T get(Class<T> type) {
    if (context == null) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interrupt"));
      context =
          new SpringApplicationBuilder(OfficeRooms.class)
              .web(WebApplicationType.NONE)
              .bannerMode(Banner.Mode.OFF)
              .logStartupInfo(false)
              .registerShutdownHook(false)
              .initializers(new PlaceChecks())
              .listeners(new UnknownSettings())
              .properties("spring.config.name=application,command-line")
              .run("--zhixin.roles=office");
    }
    return context.getBean(type);
  }

  @Override
  public synchronized void close() {
    Thread.interrupted();
    try {
      if (context != null) {
        context.close();
      }
    } finally {
      closed.countDown();
    }
  }

  /** Whether the command was told to end before it was done. */
  boolean isInterrupted() {
    return interrupted;
  }

  private void interrupt() {
    if (closed.getCount() == 0) {
      return;
    }
    interrupted = true;
    command.interrupt();
    try {
      closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
