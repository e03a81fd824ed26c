package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import java.time.Instant;
import java.util.List;

/**
 * A document of some pages: a headline, facts with their labels, a table, notes, a QR symbol, and a
 * file attached that says the same for programs.
 *
 * @param language BCP 47
 * @param title of the document
 * @param headline what it comes to, in large letters
 * @param facts in the order of reading
 * @param columns headings and widths of the table; empty for none
 * @param rows with one cell for each column
 * @param notes sentences in small print below
 * @param qr symbol at the upper right, and its caption
 * @param foot on each page, before the page's number
 * @param attachment its name is ASCII
 * @param at written as creation and signing time
 */
public record Report(
    String language,
    String title,
    String headline,
    List<Fact> facts,
    List<Column> columns,
    List<List<String>> rows,
    List<String> notes,
    Symbol qr,
    String foot,
    Attachment attachment,
    Instant at) {
  public Report {
    facts = List.copyOf(facts);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("a row has one cell for each column");
      }
    }
  }

  /** One value and what it is. */
  public record Fact(String label, String value) {}

  /**
   * One column of the table.
   *
   * @param share of the page's width, in proportion to the others
   */
  public record Column(String heading, int share) {}

  /** A QR symbol. */
  public record Symbol(QrText text, String caption) {}

  /** A file inside the document. */
  public record Attachment(String name, String mediaType, String description, Bytes content) {}
}
