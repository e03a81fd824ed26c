package cn.zhixin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for the tiles of one measurement, on the disk of the build. */
record LedgerFolder(Path path) implements AutoCloseable {
  static LedgerFolder create() throws IOException {
    Path parent = Files.createDirectories(Path.of("target", "bench"));
    return new LedgerFolder(Files.createTempDirectory(parent, "ledger-"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
