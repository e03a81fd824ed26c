package cn.zhixin.issuance.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/**
 * Goes through a workbook once before it is read: how much it inflates to, since the sizes it
 * states of itself may lie, and that its parts are well-formed.
 */
final class XlsxBounds {
  private static final int ENTRIES = 10_000;

  private XlsxBounds() {}

  static void check(Path file) throws IOException, MalformedRoster {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > ENTRIES) {
        throw new MalformedRoster(RosterFault.INFLATES_TOO_MUCH);
      }
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw new MalformedRoster(RosterFault.OTHER_ARCHIVE);
      }
      long total = 0;
      for (ZipEntry entry : Collections.list(zip.entries())) {
        total += inflatedSize(zip, entry, RosterLimits.INFLATED_SIZE - total);
      }
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith("xl/") && entry.getName().endsWith(".xml")) {
          try (InputStream part = zip.getInputStream(entry)) {
            XlsxPart.check(part);
          }
        }
      }
    } catch (ZipException | XMLStreamException e) {
      MalformedRoster damaged = new MalformedRoster(RosterFault.UNREADABLE_WORKBOOK);
      damaged.initCause(e);
      throw damaged;
    }
  }

  private static long inflatedSize(ZipFile zip, ZipEntry entry, long allowed)
      throws IOException, MalformedRoster {
    long free =
        Math.max(
            RosterLimits.INFLATED_FREELY,
            Math.max(0, entry.getCompressedSize()) * RosterLimits.INFLATION_RATIO);
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream content = zip.getInputStream(entry)) {
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        size += n;
        if (size > allowed || size > free) {
          throw new MalformedRoster(RosterFault.INFLATES_TOO_MUCH);
        }
      }
    }
    return size;
  }
}
