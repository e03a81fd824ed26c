package cn.zhixin.embedded;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's programs, unpacked once per version.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder, Platform platform) {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresPrograms.class);
  private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar!");

  /**
   * Unpacks below {@code parent} unless that version is there; the caller holds the home's lock.
   */
  static PostgresPrograms in(Path parent, Platform platform) throws IOException {
    URL archive = platform.postgresArchive();
    Path folder = parent.resolve("postgres-" + version(archive));
    if (!Files.isDirectory(folder)) {
      LOG.info("Unpacking PostgreSQL into {} (once, a few seconds)", folder);
      Path partial = parent.resolve(folder.getFileName() + ".partial");
      PrivateFiles.delete(partial);
      new TarArchive(archive).unpack(partial);
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresPrograms(folder, platform);
  }

  /** Of the artifact, from the name of its jar; the archive itself does not say it. */
  private static String version(URL archive) throws IOException {
    Matcher version = VERSION.matcher(archive.toString());
    String found = null;
    while (version.find()) {
      found = version.group(1);
    }
    return found != null ? found : archive.openConnection().getContentLengthLong() + "-bytes";
  }

  /** {@code initdb}, {@code pg_ctl} or {@code postgres} with its arguments. */
  Command command(Path output, String program, String... arguments) {
    List<String> words = new ArrayList<>(platform.withoutRoot());
    words.add(folder.resolve("bin").resolve(program).toString());
    words.addAll(List.of(arguments));
    return new Command(words, output);
  }
}
