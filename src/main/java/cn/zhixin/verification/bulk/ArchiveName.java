package cn.zhixin.verification.bulk;

import cn.zhixin.catalogue.InvisibleCharacters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** A file's name in an archive, to be shown. */
record ArchiveName(String text) {
  /** What Windows in China writes; it has no mark in the archive. */
  private static final Charset WINDOWS = Charset.forName("GB18030");

  private static final int LONGEST = 200;

  /** What systems put there for themselves. */
  private static final Set<String> SYSTEM = Set.of(".ds_store", "thumbs.db", "desktop.ini");

  /** Documents that are archives by their form. */
  private static final Set<String> DOCUMENTS = Set.of("docx", "xlsx", "pptx", "ofd", "wps", "et");

  static ArchiveName of(ZipArchiveEntry entry) {
    boolean told =
        entry.getGeneralPurposeBit().usesUTF8ForNames()
            || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
    byte[] raw = entry.getRawName();
    return new ArchiveName(told || raw == null ? entry.getName() : guessed(raw));
  }

  /** UTF-8, which macOS writes without saying so, if it can be that; hardly any GBK name can. */
  private static String guessed(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return new String(raw, WINDOWS);
    }
  }

  /** A folder, or nothing that its sender put there. */
  boolean isBesideThePoint() {
    String path = text.replace('\\', '/');
    String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return file.isEmpty()
        || file.startsWith("._")
        || SYSTEM.contains(file)
        || path.startsWith("__MACOSX/")
        || path.contains("/__MACOSX/");
  }

  static boolean isDocument(String name) {
    return DOCUMENTS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** Without what would not show, or would turn the rest around. */
  String shown() {
    int[] visible =
        text.codePoints()
            .map(c -> InvisibleCharacters.contain(c) ? 0xfffd : c)
            .limit(LONGEST + 1L)
            .toArray();
    return visible.length <= LONGEST
        ? new String(visible, 0, visible.length)
        : new String(visible, 0, LONGEST) + "…";
  }
}
