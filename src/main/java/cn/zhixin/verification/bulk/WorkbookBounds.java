package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Goes through a workbook before it is read: how much it really inflates to, that it has no DTD,
 * and no cell further out than a sheet reaches, since the library makes room for all columns before
 * it.
 */
final class WorkbookBounds {
  private static final int MOST_PARTS = 1_000;
  private static final long MOST_INFLATED = 48L << 20;
  private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,2}[1-9][0-9]{0,6}");

  private long left = MOST_INFLATED;

  private WorkbookBounds() {}

  static void require(Bytes file) throws MalformedList {
    WorkbookBounds bounds = new WorkbookBounds();
    try (ZipFile zip = ZipFile.builder().setByteArray(file.unsafeArray()).get()) {
      boolean workbook = zip.getEntry("xl/workbook.xml") != null;
      int parts = 0;
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        if (++parts > MOST_PARTS) {
          throw new MalformedList(ListFault.INFLATES_TOO_MUCH);
        }
        Bytes content;
        try (InputStream inflating = zip.getInputStream(part)) {
          content = Bytes.wrap(bounds.inflated(inflating));
        }
        if (part.getName().endsWith(".xml")) {
          requireSound(content);
        }
      }
      if (!workbook) {
        throw new MalformedList(ListFault.NOT_A_TABLE);
      }
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      MalformedList damaged = new MalformedList(ListFault.DAMAGED);
      damaged.initCause(e);
      throw damaged;
    }
  }

  private byte[] inflated(InputStream part) throws IOException, MalformedList {
    byte[] content = part.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
    left -= content.length;
    if (left < 0) {
      throw new MalformedList(ListFault.INFLATES_TOO_MUCH);
    }
    return content;
  }

  private static void requireSound(Bytes part) throws XMLStreamException, MalformedList {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader =
        factory.createXMLStreamReader(new ByteArrayInputStream(part.unsafeArray()));
    while (reader.hasNext()) {
      int event = reader.next();
      boolean cell = event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c");
      String address = cell ? reader.getAttributeValue(null, "r") : null;
      if (event == XMLStreamConstants.DTD
          || address != null && !ADDRESS.matcher(address).matches()) {
        throw new MalformedList(ListFault.DAMAGED);
      }
    }
  }
}
