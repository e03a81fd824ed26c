package cn.zhixin;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.modulith.Modulithic;

/**
 * The program: {@code java -jar zhixin.jar COMMAND …}; {@code serve} runs the service. Its parts
 * are the components below this package; what is not ours, {@link cn.zhixin.libraries} sets up.
 */
@Modulithic
@SpringBootConfiguration
@ComponentScan(
    excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class Zhixin {
  public static void main(String[] arguments) {
    // Chinese must come out whole on a machine whose locale is C
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    // nothing but a command's own words reaches its output: libraries log before there is a log
    LoggingSystem.get(Zhixin.class.getClassLoader()).beforeInitialize();
    System.exit(
        PlainServe.properties(arguments)
            .map(PlainServe::run)
            .orElseGet(() -> new Commands().run(arguments)));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
