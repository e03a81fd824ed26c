package cn.zhixin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncachedFileTests {
  private static final int MIB = 1 << 20;

  @TempDir private Path folder = Path.of("");

  private static byte[] random(int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    return content;
  }

  /** In parts of every length, single bytes among them. */
  private static void write(Path file, byte[] content) throws IOException {
    Files.createFile(file);
    Random random = new Random(7);
    try (UncachedFile out = UncachedFile.open(file)) {
      for (int done = 0; done < content.length; ) {
        int part = Math.min(content.length - done, random.nextInt(200_000));
        if (part == 1) {
          out.write(content[done]);
        } else {
          out.write(content, done, part);
        }
        done += part;
        if (done < content.length) {
          out.write(content[done++]);
        }
      }
      out.force();
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 511, 4095, 4096, 4097, MIB - 1, MIB, MIB + 1, 3 * MIB, 3 * MIB + 12_345})
  void aFileHasTheBytesThatWereWrittenAndNoMore(int size) throws IOException {
    byte[] content = random(size);

    write(folder.resolve("file"), content);

    assertThat(folder.resolve("file")).hasBinaryContent(content);
  }

  @Test
  void onePartMayBeLongerThanTheBuffer() throws IOException {
    byte[] content = random(5 * MIB + 3);
    Path file = Files.createFile(folder.resolve("file"));

    try (UncachedFile out = UncachedFile.open(file)) {
      out.write(content);
      out.force();
    }

    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void aFileSystemWithoutDirectOutputGetsTheSameBytes() throws IOException {
    byte[] content = random(2 * MIB + 17);
    URI archive = URI.create("jar:" + folder.resolve("archive.zip").toUri());

    try (FileSystem files = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      write(files.getPath("/file"), content);

      assertThat(Arrays.equals(Files.readAllBytes(files.getPath("/file")), content)).isTrue();
    }
  }
}
