package cn.zhixin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Runs the service until it is told to stop. */
@Command(
    name = "serve",
    description = "启动服务 / runs the service; --PROPERTY=VALUE sets any property of the README",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Option(
      names = "--roles",
      description = "office (发证) and public (查验); default: zhixin.roles, which is both")
  private @Nullable String roles;

  @Unmatched private List<String> properties = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    List<String> arguments = new ArrayList<>(properties);
    if (roles != null) {
      arguments.add("--zhixin.roles=" + roles);
    }
    new SpringApplicationBuilder(Zhixin.class)
        .listeners((ApplicationListener<ContextClosedEvent>) closed -> stopped.countDown())
        .run(arguments.toArray(String[]::new));
    stopped.await();
    return 0;
  }
}
