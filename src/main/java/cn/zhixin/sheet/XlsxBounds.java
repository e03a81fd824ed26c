package cn.zhixin.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Goes through a workbook once before it is read: how much it inflates to, since the sizes it
 * states of itself may lie, and that its parts are well-formed.
 */
final class XlsxBounds {
  private static final int ENTRIES = 10_000;

  /** Inflated to deflated; ordinary sheets stay under 40. */
  private static final long INFLATION_RATIO = 200;

  /** Below this many inflated bytes the ratio is not looked at. */
  private static final long INFLATED_FREELY = 4L << 20;

  private XlsxBounds() {}

  static void check(SheetSource source, SheetLimits limits) throws MalformedSheet {
    try (ZipFile zip = source.zip()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > ENTRIES) {
        throw new MalformedSheet(SheetFault.INFLATES_TOO_MUCH);
      }
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw new MalformedSheet(SheetFault.OTHER_ARCHIVE);
      }
      long total = 0;
      for (ZipArchiveEntry entry : entries) {
        total += inflatedSize(zip, entry, limits.inflatedSize() - total);
      }
      for (ZipArchiveEntry entry : entries) {
        if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
          try (InputStream part = zip.getInputStream(entry)) {
            XlsxPart.check(part, limits);
          }
        }
      }
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      MalformedSheet damaged = new MalformedSheet(SheetFault.UNREADABLE_WORKBOOK);
      damaged.initCause(e);
      throw damaged;
    }
  }

  private static long inflatedSize(ZipFile zip, ZipArchiveEntry entry, long allowed)
      throws IOException, MalformedSheet {
    long free = Math.max(INFLATED_FREELY, Math.max(0, entry.getCompressedSize()) * INFLATION_RATIO);
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream content = zip.getInputStream(entry)) {
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        size += n;
        if (size > allowed || size > free) {
          throw new MalformedSheet(SheetFault.INFLATES_TOO_MUCH);
        }
      }
    }
    return size;
  }
}
