package cn.zhixin;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/** The program: {@code java -jar zhixin.jar COMMAND …}; {@code serve} runs the service. */
@SpringBootApplication
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
