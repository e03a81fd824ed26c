package cn.zhixin.sheet;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;

/** Opens a file by what its bytes are; the extension of its name is not looked at. */
public final class SheetFile {
  private static final Bytes ZIP = Bytes.ofHex("504b0304");
  private static final Bytes OLE2 = Bytes.ofHex("d0cf11e0");
  private static final Bytes PDF = Bytes.ofHex("255044462d");

  private SheetFile() {}

  /**
   * The sheets of the file that can be seen in a spreadsheet.
   *
   * @param likelihood how much a row looks like headings; text in columns is divided by whichever
   *     of comma, semicolon and tab makes a row near the top look most like them
   */
  public static List<Sheet> open(Path file, SheetLimits limits, ToIntFunction<SheetRow> likelihood)
      throws IOException, MalformedSheet {
    return open(new SheetSource.InFolder(file), limits, likelihood);
  }

  /** The same for a file in memory. */
  public static List<Sheet> open(
      Bytes content, SheetLimits limits, ToIntFunction<SheetRow> likelihood)
      throws IOException, MalformedSheet {
    return open(new SheetSource.InMemory(content), limits, likelihood);
  }

  private static List<Sheet> open(
      SheetSource source, SheetLimits limits, ToIntFunction<SheetRow> likelihood)
      throws IOException, MalformedSheet {
    if (source.size() == 0) {
      throw new MalformedSheet(SheetFault.EMPTY);
    }
    if (source.size() > limits.fileSize()) {
      throw new MalformedSheet(SheetFault.TOO_LARGE, (limits.fileSize() >> 20) + " MiB");
    }
    Bytes head = head(source);
    if (startsWith(head, ZIP)) {
      return XlsxFile.open(source, limits);
    }
    if (startsWith(head, OLE2)) {
      throw new MalformedSheet(
          Ole2Directory.namesEncryption(source) ? SheetFault.ENCRYPTED : SheetFault.LEGACY_XLS);
    }
    if (startsWith(head, PDF)) {
      throw new MalformedSheet(SheetFault.PDF);
    }
    return List.of(CsvSheet.of(CsvText.of(source), limits, likelihood));
  }

  private static Bytes head(SheetSource source) throws IOException {
    try (InputStream content = source.open()) {
      return Bytes.wrap(content.readNBytes(8));
    }
  }

  private static boolean startsWith(Bytes content, Bytes start) {
    return content.size() >= start.size() && content.slice(0, start.size()).equals(start);
  }
}
