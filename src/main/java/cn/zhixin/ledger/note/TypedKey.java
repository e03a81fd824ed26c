package cn.zhixin.ledger.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A verifier key as people give it to a command: itself, or the file that holds it. */
public final class TypedKey {
  private static final long LONGEST = 1 << 16;

  private TypedKey() {}

  public static VerifierKey read(String argument) throws IOException, MalformedNote {
    return VerifierKey.parse(isFile(argument) ? Files.readString(Path.of(argument)) : argument);
  }

  private static boolean isFile(String argument) throws IOException {
    try {
      Path file = Path.of(argument);
      return Files.isRegularFile(file) && Files.size(file) <= LONGEST;
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
