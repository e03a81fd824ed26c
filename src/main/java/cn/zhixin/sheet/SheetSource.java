package cn.zhixin.sheet;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** Where a file's content comes from, as often as it is wanted. */
sealed interface SheetSource {
  /** With number formats; a cell that cannot be read is an error in that cell. */
  ReadingOptions OPTIONS = new ReadingOptions(true, true);

  long size() throws IOException;

  InputStream open() throws IOException;

  /** By the library that {@link #workbook} reads with, so that both see the same parts. */
  ZipFile zip() throws IOException;

  ReadableWorkbook workbook() throws IOException;

  /** A file that is not loaded whole. */
  record InFolder(Path file) implements SheetSource {
    @Override
    public long size() throws IOException {
      return Files.size(file);
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public ZipFile zip() throws IOException {
      return ZipFile.builder().setPath(file).get();
    }

    @Override
    public ReadableWorkbook workbook() throws IOException {
      return new ReadableWorkbook(file.toFile(), OPTIONS);
    }
  }

  /** A file that came with a request. */
  record InMemory(Bytes content) implements SheetSource {
    @Override
    public long size() {
      return content.size();
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content.unsafeArray());
    }

    @Override
    public ZipFile zip() throws IOException {
      return ZipFile.builder().setByteArray(content.unsafeArray()).get();
    }

    @Override
    public ReadableWorkbook workbook() throws IOException {
      return new ReadableWorkbook(open(), OPTIONS);
    }
  }
}
