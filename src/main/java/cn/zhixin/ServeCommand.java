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
    description = {
      "启动服务 / runs the service",
      "启动服务，直到被停止。--属性=值 可设置任何属性，全部属性见 src/docs/configuration.md，" + "例如 --server.port=9090。",
      "Runs the service until it is stopped. --PROPERTY=VALUE sets any property, all of which are in"
          + " src/docs/configuration.md, such as --server.port=9090."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  /** What {@code --roles} stands for. */
  static final String ROLES = "--zhixin.roles=";

  @Option(
      names = "--roles",
      description =
          "office（发证）、public（查验）或两者；缺省取 zhixin.roles，即两者 / office, public or both;"
              + " default: zhixin.roles, which is both")
  private @Nullable String roles;

  @Unmatched private List<String> properties = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    List<String> arguments = new ArrayList<>(properties);
    if (roles != null) {
      arguments.add(ROLES + roles);
    }
    serve(arguments);
    return 0;
  }

  /**
   * @param arguments properties as Spring Boot takes them, {@code --name=value}
   * @throws StartChecks.CannotStart if one of them, or what they are set to, is wrong
   */
  static void serve(List<String> arguments) throws InterruptedException {
    ServeOptions.check(arguments);
    CountDownLatch stopped = new CountDownLatch(1);
    new SpringApplicationBuilder(Zhixin.class)
        .initializers(new PlaceChecks(), new StartChecks(), new SchemaOwnership())
        .listeners(new DefinitionsAhead(), new UnknownSettings())
        .listeners((ApplicationListener<ContextClosedEvent>) closed -> stopped.countDown())
        .run(arguments.toArray(String[]::new));
    stopped.await();
  }
}
