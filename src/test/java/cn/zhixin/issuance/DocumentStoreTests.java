package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentStoreTests {
  private static final Bytes CONTENT = Bytes.ofUtf8("%PDF 一");
  private static final Digest DIGEST = Digest.of(CONTENT);

  @TempDir private Path root = Path.of("");
  private DocumentStore store = new DocumentStore(root);

  @BeforeEach
  void openStore() {
    store = new DocumentStore(root);
  }

  @Test
  void keepsADocumentUnderItsDigest() throws IOException {
    store.keep(List.of(new DocumentStore.Document(DIGEST, CONTENT)));

    assertThat(store.path(DIGEST)).hasBinaryContent(CONTENT.toArray());
    assertThat(store.path(DIGEST).getFileName()).hasToString(DIGEST.toHex() + ".pdf");
  }

  @Test
  void keepsTheSameDocumentTwiceAsOne() throws IOException {
    store.keep(List.of(new DocumentStore.Document(DIGEST, CONTENT)));
    store.keep(List.of(new DocumentStore.Document(DIGEST, CONTENT)));

    try (Stream<Path> files = Files.walk(root).filter(Files::isRegularFile)) {
      assertThat(files).containsExactly(store.path(DIGEST));
    }
  }

  @Test
  void discardsOnlyWhatItIsTold() throws IOException {
    Bytes other = Bytes.ofUtf8("other");
    store.keep(
        List.of(
            new DocumentStore.Document(DIGEST, CONTENT),
            new DocumentStore.Document(Digest.of(other), other)));

    store.discard(DIGEST);

    assertThat(store.path(DIGEST)).doesNotExist();
    assertThat(store.path(Digest.of(other))).exists();
  }

  @Test
  void copyReplacesADifferentFileAndLeavesTheSameAlone() throws IOException {
    store.keep(List.of(new DocumentStore.Document(DIGEST, CONTENT)));
    Path target = root.resolve("copy.pdf");
    Files.writeString(target, "an older file");

    store.copy(DIGEST, target);
    store.copy(DIGEST, target);

    assertThat(target).hasBinaryContent(CONTENT.toArray());
  }
}
