package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Takes the files out of a ZIP (PKWARE APPNOTE) in memory. What a ZIP states of itself is not
 * believed: everything is counted while it is unpacked.
 */
final class ArchiveFile {
  /** Bytes of a ZIP; what the service takes of a form (spring.servlet.multipart). */
  static final int LARGEST = 20 << 20;

  private static final Bytes LOCAL_HEADER = Bytes.ofHex("504b0304");
  private static final Bytes END_OF_DIRECTORY = Bytes.ofHex("504b0506");
  private static final Bytes DIRECTORY_RECORD = Bytes.ofHex("504b0102");

  /** Of a directory, with folders and what macOS adds; more are not even listed. */
  private static final int RECORDS = 10_000;

  private ArchiveFile() {}

  static boolean isZip(Bytes file) {
    return startsAt(file, 0, LOCAL_HEADER) || startsAt(file, 0, END_OF_DIRECTORY);
  }

  /** Empty if it is no ZIP that can be opened, or an Office document, which is one too. */
  static Optional<FileList> read(Bytes file) throws MalformedList {
    if (!isZip(file)) {
      return Optional.empty();
    }
    if (records(file) > RECORDS) {
      throw new MalformedList(ListFault.TOO_MANY_FILES);
    }
    try (ZipFile zip = ZipFile.builder().setByteArray(file.unsafeArray()).get()) {
      boolean office =
          zip.getEntry("[Content_Types].xml") != null || zip.getEntry("xl/workbook.xml") != null;
      return office ? Optional.empty() : Optional.of(files(zip));
    } catch (IOException | IllegalArgumentException e) {
      MalformedList malformed = new MalformedList(ListFault.DAMAGED);
      malformed.initCause(e);
      throw malformed;
    }
  }

  private static FileList files(ZipFile zip) throws IOException, MalformedList {
    List<ZipArchiveEntry> wanted = new ArrayList<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (!ArchiveName.of(entry).isBesideThePoint()) {
        wanted.add(entry);
      }
    }
    if (wanted.isEmpty()) {
      throw new MalformedList(ListFault.NO_FILES);
    }
    if (wanted.size() > FileList.MOST) {
      throw new MalformedList(ListFault.TOO_MANY_FILES);
    }
    Unpacking unpacking = new Unpacking(zip);
    List<ListedFile> files = new ArrayList<>();
    for (ZipArchiveEntry entry : wanted) {
      String name = ArchiveName.of(entry).shown();
      Bytes content = unpacking.content(entry);
      if (isZip(content) && !ArchiveName.isDocument(name)) {
        throw new MalformedList(ListFault.NESTED_ARCHIVE);
      }
      files.add(new ListedFile(name, content));
    }
    return new FileList(files);
  }

  /** At least as many entries as will be found. */
  private static int records(Bytes file) {
    int records = 0;
    for (int at = 0; at <= file.size() - DIRECTORY_RECORD.size(); at++) {
      if (startsAt(file, at, DIRECTORY_RECORD)) {
        records++;
      }
    }
    return records;
  }

  private static boolean startsAt(Bytes file, int at, Bytes signature) {
    if (file.size() - at < signature.size()) {
      return false;
    }
    for (int i = 0; i < signature.size(); i++) {
      if (file.at(at + i) != signature.at(i)) {
        return false;
      }
    }
    return true;
  }
}
