package cn.zhixin.verification.offline;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a command is given: files, QR texts, and folders, which stand for all PDFs below them. */
final class Inputs {
  private Inputs() {}

  /**
   * Each file and text as it is, and the PDFs of each folder in the order of their names. A folder
   * without any stays itself, for the command to say so.
   */
  static List<String> expanded(List<String> given) throws IOException {
    List<String> all = new ArrayList<>();
    for (String input : given) {
      if (isFolder(input)) {
        List<String> files = filesBelow(Path.of(input));
        all.addAll(files.isEmpty() ? List.of(input) : files);
      } else {
        all.add(input);
      }
    }
    return List.copyOf(all);
  }

  static boolean isFolder(String input) {
    try {
      return !ScannedQr.looksLike(input) && Files.isDirectory(Path.of(input));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static List<String> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }
}
