package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.certificate.ReleasedDocument;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.storage.PackWriter;
import cn.zhixin.storage.PackedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentStoreTests {
  private static final Bytes CONTENT = Bytes.ofUtf8("%PDF 一");

  @TempDir private Path root = Path.of("");
  private DocumentStore store = new DocumentStore(root);

  @BeforeEach
  void openStore() {
    store = new DocumentStore(root);
  }

  private ReleasedDocument kept(Bytes content) throws IOException {
    Digest digest = Digest.of(content);
    try (PackWriter pack = store.pack(7, 3)) {
      PackedFile place = pack.add(DocumentStore.entry(digest), content);
      pack.finish();
      return new ReleasedDocument(digest, place);
    }
  }

  @Test
  void aChunkDrawnTwiceLeavesTwoPacks() throws IOException {
    ReleasedDocument first = kept(CONTENT);
    ReleasedDocument second = kept(CONTENT);

    assertThat(first.place().pack()).matches("batch-00000007/chunk-00003-[0-9a-f]{16}\\.zip");
    assertThat(second.place().pack()).isNotEqualTo(first.place().pack());
  }

  @Test
  void copyReplacesADifferentFileAndLeavesTheSameAlone() throws IOException {
    ReleasedDocument document = kept(CONTENT);
    Path target = root.resolve("copy.pdf");
    Files.writeString(target, "an older file");

    store.copy(document, target);
    store.copy(document, target);

    assertThat(target).hasBinaryContent(CONTENT.toArray());
  }

  @Test
  void copiesNothingThatIsNotAsItWasReleased() throws IOException {
    ReleasedDocument document = kept(CONTENT);
    Path pack = root.resolve(document.place().pack());
    byte[] altered = Files.readAllBytes(pack);
    altered[(int) document.place().position()] ^= 1;
    Files.write(pack, altered);
    Path target = root.resolve("copy.pdf");

    assertThatThrownBy(() -> store.copy(document, target)).hasMessageContaining("not in its pack");

    assertThat(target).doesNotExist();
  }
}
