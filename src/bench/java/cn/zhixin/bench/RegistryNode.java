package cn.zhixin.bench;

import cn.zhixin.Zhixin;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is wired, without its web server and without a cache, on one registry. */
final class RegistryNode implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private RegistryNode(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static RegistryNode on(List<String> database, String roles, Path home) {
    List<String> arguments = new ArrayList<>(database);
    arguments.addAll(
        List.of(
            "--spring.profiles.active=demo,bench",
            "--zhixin.roles=" + roles,
            "--zhixin.home=" + home,
            "--zhixin.answers.memory=0B",
            "--zhixin.answers.not-found-kept=0s",
            "--logging.level.root=warn"));
    return new RegistryNode(
        new SpringApplicationBuilder(Zhixin.class)
            .web(WebApplicationType.NONE)
            .run(arguments.toArray(String[]::new)));
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** Of a certificate that is there and genuine. */
  Answer.Found answer(VerificationCode code) {
    if (get(Answers.class).answer(code) instanceof Answer.Found found) {
      return found;
    }
    throw new IllegalStateException("no answer for a genuine certificate");
  }

  @Override
  public void close() {
    context.close();
  }
}
