package cn.zhixin.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue's data files: {@code series.csv titles.csv issuers.csv committees.csv
 * divisions.csv}, UTF-8.
 *
 * <p>Those of the jar, or those of a folder, so that an administrator can change them without a
 * build; a file that the folder does not have is taken from the jar.
 */
public final class CatalogueFiles {
  private final @Nullable Path folder;

  private CatalogueFiles(@Nullable Path folder) {
    this.folder = folder;
  }

  /** The files of the jar. */
  public static CatalogueFiles bundled() {
    return new CatalogueFiles(null);
  }

  /** The files of a folder, and for those it lacks the ones of the jar. */
  public static CatalogueFiles in(Path folder) {
    return new CatalogueFiles(folder);
  }

  /**
   * Reads series, titles, issuers and committees.
   *
   * @throws MalformedCatalogue with file and line, if a line cannot be meant or contradicts another
   */
  public Catalogue catalogue() throws IOException, MalformedCatalogue {
    CatalogueBuilder builder = new CatalogueBuilder();
    builder.addSeries(table("series.csv", List.of("code", "name", "english", "aliases")));
    builder.addTitles(table("titles.csv", List.of("code", "name", "english", "level", "aliases")));
    builder.addIssuers(
        table("issuers.csv", List.of("number", "name", "english", "division", "credit_code")));
    builder.addCommittees(
        table(
            "committees.csv", List.of("number", "name", "issuer", "series", "levels", "aliases")));
    return builder.build();
  }

  /** Reads the names of administrative divisions. */
  public Divisions divisions() throws IOException, MalformedCatalogue {
    return Divisions.of(table("divisions.csv", List.of("code", "name", "state")));
  }

  private CatalogueTable table(String name, List<String> columns)
      throws IOException, MalformedCatalogue {
    if (folder != null && !Files.isDirectory(folder)) {
      throw new MalformedCatalogue(
          folder.toString(),
          0,
          "没有这个文件夹，请核对 zhixin.catalogue.folder",
          "there is no such folder: look at zhixin.catalogue.folder");
    }
    Path own = folder == null ? null : folder.resolve(name);
    if (own != null && Files.exists(own)) {
      return CatalogueTable.parse(
          own.toString(), decode(own.toString(), Files.readAllBytes(own)), columns);
    }
    try (InputStream content = CatalogueFiles.class.getResourceAsStream("/catalogue/" + name)) {
      if (content == null) {
        throw new IllegalStateException("the jar lacks catalogue/" + name);
      }
      return CatalogueTable.parse(name, decode(name, content.readAllBytes()), columns);
    }
  }

  private static String decode(String name, byte[] content) throws MalformedCatalogue {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedCatalogue(
          name, 0, "不是 UTF-8 编码，请另存为 UTF-8", "not in UTF-8: save it as UTF-8");
    }
  }
}
