package cn.zhixin.issuance.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Opens a roster by what its bytes are; the extension of its name is not looked at. */
final class RosterFile {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

  /** An entry of an OLE2 directory is named in UTF-16. */
  private static final String ENCRYPTED = "EncryptedPackage";

  private RosterFile() {}

  /** The sheets of the file that can be seen in a spreadsheet, at least one. */
  static List<Sheet> open(Path file) throws IOException, MalformedRoster {
    long size = Files.size(file);
    if (size == 0) {
      throw new MalformedRoster(RosterFault.EMPTY);
    }
    if (size > RosterLimits.FILE_SIZE) {
      throw new MalformedRoster(RosterFault.TOO_LARGE, (RosterLimits.FILE_SIZE >> 20) + " MiB");
    }
    byte[] head = head(file);
    if (startsWith(head, ZIP)) {
      return XlsxFile.open(file);
    }
    if (startsWith(head, OLE2)) {
      String directory = new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE);
      throw new MalformedRoster(
          directory.contains(ENCRYPTED) ? RosterFault.ENCRYPTED : RosterFault.LEGACY_XLS);
    }
    if (startsWith(head, PDF)) {
      throw new MalformedRoster(RosterFault.PDF);
    }
    String text = CsvText.decode(Files.readAllBytes(file));
    if (text.isBlank()) {
      throw new MalformedRoster(RosterFault.EMPTY);
    }
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
      throw new MalformedRoster(RosterFault.WEB_PAGE);
    }
    return List.of(CsvSheet.of(text));
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(8);
    }
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }
}
