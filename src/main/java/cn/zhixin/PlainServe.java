package cn.zhixin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;

/**
 * Starts the service past the command line's library, whose classes are in the format of Java 5: no
 * AOT cache held one of them, and each start would read and verify them anew. Takes only what needs
 * no explanation; the rest is for {@link Commands}, and means the same there.
 */
final class PlainServe {
  private static final String COMMAND = "serve";
  private static final String ROLES = "--roles";

  private PlainServe() {}

  /**
   * The properties that {@code serve} is given, {@code --roles} among them as a property; empty for
   * another command, and for anything but {@code --roles NAMES} once and {@code --name=value}.
   */
  static Optional<List<String>> properties(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals(COMMAND)) {
      return Optional.empty();
    }
    List<String> properties = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    for (int at = 1; at < arguments.length; at++) {
      String argument = arguments[at];
      int name = argument.indexOf('=');
      if (argument.equals(ROLES) && at + 1 < arguments.length && isName(arguments[at + 1])) {
        at++;
        roles.add(arguments[at]);
      } else if (argument.startsWith(ROLES + "=") && isName(argument.substring(name + 1))) {
        roles.add(argument.substring(name + 1));
      } else if (name > 0 && isProperty(argument.substring(0, name))) {
        properties.add(argument);
      } else {
        return Optional.empty();
      }
    }
    if (roles.size() > 1) {
      return Optional.empty();
    }
    // as the command line has it
    roles.forEach(each -> properties.add(ServeCommand.ROLES + each));
    return Optional.of(List.copyOf(properties));
  }

  /** Until the service is told to stop; returns the exit code. */
  static int run(List<String> properties) {
    try {
      ServeCommand.serve(properties);
      return 0;
    } catch (SpringApplication.AbandonedRunException onlyItsBeansWereAskedFor) {
      throw onlyItsBeansWereAskedFor;
    } catch (RuntimeException | InterruptedException e) {
      System.err.println(FailureSentences.of(e));
      return 1;
    }
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && Character.isLetter(text.charAt(0));
  }

  /** Of more than one word, as all properties are and no option of a command is. */
  private static boolean isProperty(String name) {
    return name.startsWith("--") && name.indexOf('.') > 2;
  }
}
