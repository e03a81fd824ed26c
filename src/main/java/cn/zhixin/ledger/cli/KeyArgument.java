package cn.zhixin.ledger.cli;

import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A verifier key as it is typed: itself, or the file that holds it. */
final class KeyArgument {
  private static final long LONGEST = 1 << 16;

  private KeyArgument() {}

  static VerifierKey read(String argument, LedgerTexts texts) throws CannotStart {
    try {
      return VerifierKey.parse(isFile(argument) ? Files.readString(Path.of(argument)) : argument);
    } catch (MalformedNote | IOException e) {
      throw new CannotStart(texts.say("bad-key", argument, String.valueOf(e.getMessage())));
    }
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
