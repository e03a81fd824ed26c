package cn.zhixin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksTests {
  private static final Random RANDOM = new Random(5);

  @TempDir private Path root = Path.of("");
  private Packs packs = new Packs(root);

  @BeforeEach
  void open() {
    packs = new Packs(root);
  }

  private static Bytes content(int size) {
    byte[] content = new byte[size];
    RANDOM.nextBytes(content);
    return Bytes.wrap(content);
  }

  private List<PackedFile> write(String name, List<Bytes> contents) throws IOException {
    List<PackedFile> places = new ArrayList<>();
    try (PackWriter pack = packs.write(name)) {
      for (Bytes content : contents) {
        places.add(pack.add(places.size() + ".pdf", content));
      }
      pack.finish();
    }
    return places;
  }

  @Test
  void everyFileIsReadAtItsPlace() throws IOException {
    List<Bytes> contents = List.of(content(1), content(8192), content(83_000), content(7));

    List<PackedFile> places = write("a/b.zip", contents);

    for (int i = 0; i < contents.size(); i++) {
      assertThat(packs.read(places.get(i), Digest.of(contents.get(i))))
          .isEqualTo(new Packs.Sound(contents.get(i)));
    }
  }

  @Test
  void anyUnzipProgramReadsAPack() throws IOException {
    List<Bytes> contents = List.of(content(300), content(70_000));
    List<PackedFile> places = write("c.zip", contents);

    try (ZipFile zip = new ZipFile(root.resolve("c.zip").toFile())) {
      for (int i = 0; i < contents.size(); i++) {
        ZipEntry entry = zip.getEntry(i + ".pdf");
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(zip.getInputStream(entry)).hasBinaryContent(contents.get(i).toArray());
      }
      assertThat(zip.size()).isEqualTo(places.size());
    }
  }

  @Test
  void anUnfinishedPackIsNotThereAndLeavesNothing() throws IOException {
    try (PackWriter pack = packs.write("d/e.zip")) {
      pack.add("0.pdf", content(1000));
    }

    try (Stream<Path> files = Files.walk(root).filter(Files::isRegularFile)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void whatWasChangedCutOffOrRemovedIsSaidToBe() throws IOException {
    Bytes content = content(5000);
    PackedFile place = write("f.zip", List.of(content)).get(0);
    Digest digest = Digest.of(content);
    byte[] whole = Files.readAllBytes(root.resolve("f.zip"));

    byte[] changed = whole.clone();
    changed[(int) place.position() + 4999] ^= 1;
    Files.write(root.resolve("f.zip"), changed);
    assertThat(packs.read(place, digest)).isEqualTo(new Packs.Altered());

    Files.write(root.resolve("f.zip"), java.util.Arrays.copyOf(whole, 5000));
    assertThat(packs.read(place, digest)).isEqualTo(new Packs.Altered());

    Files.delete(root.resolve("f.zip"));
    assertThat(packs.read(place, digest)).isEqualTo(new Packs.Missing());
  }
}
