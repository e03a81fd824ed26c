package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of some pages: a headline, facts with their labels, a table, notes, a QR symbol, and a
 * file attached that says the same for programs.
 *
 * @param language BCP 47
 * @param name of this very document, for readers' title bars
 * @param title of its kind, in large letters
 * @param headline what it comes to, in large letters
 * @param standing when and how far that holds, under the headline
 * @param sections in the order of reading
 * @param table null for none
 * @param notes sentences in small print below
 * @param qr symbol at the upper right
 * @param signature what is read aloud for the signature's field
 * @param foot on each page, before the page's number
 * @param attachment its name is ASCII
 * @param at written as creation and signing time
 */
public record Report(
    String language,
    String name,
    String title,
    String headline,
    String standing,
    List<Section> sections,
    @Nullable Table table,
    Notes notes,
    Symbol qr,
    String signature,
    String foot,
    Attachment attachment,
    Instant at) {
  public Report {
    sections = List.copyOf(sections);
  }

  /** Facts under a heading. */
  public record Section(String heading, List<Fact> facts) {
    public Section {
      facts = List.copyOf(facts);
    }
  }

  /** One value and what it is. */
  public record Fact(String label, String value) {}

  /**
   * Rows under a heading.
   *
   * @param columns their headings and widths
   * @param rows with one cell for each column; the first cell names the row
   */
  public record Table(String heading, List<Column> columns, List<List<String>> rows) {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("a row has one cell for each column");
        }
      }
    }
  }

  /**
   * One column of the table.
   *
   * @param share of the page's width, in proportion to the others
   */
  public record Column(String heading, int share) {}

  /** Sentences under a heading. */
  public record Notes(String heading, List<String> sentences) {
    public Notes {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * A QR symbol.
   *
   * @param caption what it is good for, under it
   * @param alternative what is read aloud in its place
   */
  public record Symbol(QrText text, String caption, String alternative) {}

  /** A file inside the document. */
  public record Attachment(String name, String mediaType, String description, Bytes content) {}
}
