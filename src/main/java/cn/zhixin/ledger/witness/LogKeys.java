package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The keys of logs, as they are given on the command line. */
final class LogKeys {
  private LogKeys() {}

  /**
   * @param text a verifier key, or a file with one on each line
   * @throws MalformedNote also for a file that is not there, which then is read as a key
   */
  static List<VerifierKey> read(String text) throws IOException, MalformedNote {
    Path file = Path.of(text);
    List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of(text);
    List<VerifierKey> keys = new ArrayList<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        keys.add(VerifierKey.parse(line));
      }
    }
    if (keys.isEmpty()) {
      throw new MalformedNote("a verifier key in " + text, "none");
    }
    return keys;
  }
}
