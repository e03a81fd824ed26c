package cn.zhixin.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncachedFileTests {
  private static final int MIB = 1 << 20;

  private final BlockBuffers buffers = new BlockBuffers();
  @TempDir private Path folder = Path.of("");

  private static byte[] random(int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    return content;
  }

  private void write(Path file, byte[] content) throws IOException {
    Files.createFile(file);
    try (UncachedFile out = UncachedFile.open(file, buffers)) {
      write(out, content);
    }
  }

  /** In parts of many lengths, with single bytes between them. */
  private static void write(UncachedFile out, byte[] content) throws IOException {
    Random random = new Random(7);
    for (int done = 0; done < content.length; ) {
      int part = Math.min(content.length - done, random.nextInt(200_000));
      out.write(content, done, part);
      done += part;
      if (done < content.length) {
        out.write(content[done++]);
      }
    }
    out.force();
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

    try (UncachedFile out = UncachedFile.open(file, buffers)) {
      out.write(content);
      out.force();
    }

    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void theDisksOfTodayAreWrittenPastTheCache() throws IOException {
    String kind = Files.getFileStore(folder).type();
    assumeTrue(List.of("ext4", "xfs").contains(kind), kind);

    try (UncachedFile out = UncachedFile.open(Files.createFile(folder.resolve("file")), buffers)) {
      write(out, random(MIB + 5));

      assertThat(out.isDirect()).isTrue();
    }
  }

  /** Some network file systems tell blocks of megabytes; a direct write would be refused. */
  @ParameterizedTest
  @ValueSource(longs = {0, -1, 3000, 4 * MIB})
  void blocksOfAnOddSizeGoThroughTheCache(long block) throws IOException {
    byte[] content = random(2 * MIB + 17);
    Path file = Files.createFile(folder.resolve("file"));

    try (UncachedFile out = UncachedFile.open(file, buffers, any -> block)) {
      write(out, content);

      assertThat(out.isDirect()).isFalse();
    }
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void soDoBlocksThatNobodyKnows() throws IOException {
    byte[] content = random(MIB + 17);
    Path file = Files.createFile(folder.resolve("file"));
    UncachedFile.Blocks unknown =
        any -> {
          throw new IOException("Mount point not found");
        };

    try (UncachedFile out = UncachedFile.open(file, buffers, unknown)) {
      write(out, content);
    }
    assertThat(file).hasBinaryContent(content);
  }

  /** With blocks shorter than the disk's the file opens and each write of an odd rest fails. */
  @Test
  void whatIsOpenedAndThenRefusedGoesThroughTheCache() throws IOException {
    byte[] content = random(777);
    Path file = Files.createFile(folder.resolve("file"));

    try (UncachedFile out = UncachedFile.open(file, buffers, any -> 1)) {
      write(out, content);

      assertThat(out.isDirect()).isFalse();
    }
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void aBufferIsLentAgain() throws IOException {
    byte[] content = random(5000);
    write(folder.resolve("first"), random(MIB + 9));

    write(folder.resolve("second"), content);

    assertThat(folder.resolve("second")).hasBinaryContent(content);
    assertThat(buffers.take()).isNotSameAs(buffers.take());
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
