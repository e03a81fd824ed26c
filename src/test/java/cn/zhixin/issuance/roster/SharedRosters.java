package cn.zhixin.issuance.roster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Rosters as committees keep them, where they are at hand. */
final class SharedRosters {
  private SharedRosters() {}

  static Path file(String name) {
    Path file = Path.of(System.getProperty("zhixin.shared", "../shared"), "data", name);
    assumeTrue(Files.exists(file), "SKIPPED: " + file + " is not there");
    return file;
  }
}
