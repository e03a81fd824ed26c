package cn.zhixin.issuance.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder that certificates are to be put into; seen to be usable before the first is made. */
final class OutputFolder {
  private OutputFolder() {}

  /** Makes the folder and a file in it; why that cannot be done, or empty. */
  static Optional<String> refusal(Path folder, Texts texts) {
    Path part = folder;
    while (part != null && !Files.exists(part)) {
      part = part.getParent();
    }
    if (part != null && !Files.isDirectory(part)) {
      return Optional.of(texts.say("out.isFile", part));
    }
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".zhixin-", ".probe"));
      return Optional.empty();
    } catch (AccessDeniedException e) {
      return Optional.of(texts.say("out.noPermission", folder));
    } catch (IOException e) {
      return Optional.of(texts.say("out.unusable", folder, String.valueOf(e.getMessage())));
    }
  }
}
