package cn.zhixin.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Digest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentRendererTests {
  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final CompiledTemplate PLAIN = Certificates.plain();

  private final DocumentRenderer renderer = PLAIN.newRenderer(AUTHORITY.newSigner());

  @Test
  void givesTheDigestOfTheWholeFile() throws Exception {
    RenderedDocument document = renderer.render(Certificates.content(Certificates.photo()));

    assertThat(document.digest()).isEqualTo(Digest.of(document.pdf()));
    Files.write(Path.of("target/photo.pdf"), document.pdf().toArray());
    Files.write(
        Path.of("target/none.pdf"),
        renderer
            .render(Certificates.content(null, "holderName", "古丽巴哈尔·阿卜杜热合曼𬭎𬬻𬱖㛃龑䶮𠅤"))
            .pdf()
            .toArray());
  }
}
