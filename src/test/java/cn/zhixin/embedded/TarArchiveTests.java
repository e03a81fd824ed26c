package cn.zhixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TarArchiveTests {
  @TempDir Path folder;

  @Test
  void keepsWhatMayBeExecuted() throws IOException {
    TarArchiveEntry program = new TarArchiveEntry("bin/program");
    program.setMode(0755);
    new TarArchive(archive(program)).unpack(folder.resolve("out"));
    assertThat(folder.resolve("out/bin/program")).isExecutable().hasContent("x");
  }

  @Test
  void refusesAnEntryOutsideOfTheFolder() throws IOException {
    URL archive = archive(new TarArchiveEntry("../escaped", true));
    assertThatThrownBy(() -> new TarArchive(archive).unpack(folder.resolve("out")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("../escaped");
    assertThat(folder.resolve("escaped")).doesNotExist();
  }

  @Test
  void refusesALinkThatLeadsOut() throws IOException {
    TarArchiveEntry link = new TarArchiveEntry("lib/link", TarConstants.LF_SYMLINK);
    link.setLinkName("../../secret");
    URL archive = archive(link);
    assertThatThrownBy(() -> new TarArchive(archive).unpack(folder.resolve("out")))
        .hasMessageContaining("lib/link");
  }

  private URL archive(TarArchiveEntry entry) throws IOException {
    Path file = folder.resolve("archive.txz");
    byte[] content = entry.isSymbolicLink() ? new byte[0] : "x".getBytes(StandardCharsets.UTF_8);
    entry.setSize(content.length);
    try (var xz = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options());
        var tar = new TarArchiveOutputStream(xz)) {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return file.toUri().toURL();
  }
}
