package cn.zhixin.certificate;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows for PostgreSQL's {@code COPY … FROM STDIN} in its text format: a thousand rows cost little
 * more than one statement. Triggers, keys and checks hold as for any insert.
 */
final class CopyRows {
  private static final String HEX = "0123456789abcdef";

  private final String table;
  private final String columns;
  private final StringBuilder rows = new StringBuilder();
  private int count;
  private boolean inRow;

  /**
   * @param columns in the order in which each row's values are added, with commas
   */
  CopyRows(String table, String columns) {
    this.table = table;
    this.columns = columns;
  }

  CopyRows add(@Nullable Object value) {
    if (inRow) {
      rows.append('\t');
    }
    inRow = true;
    if (value == null) {
      rows.append("\\N");
    } else if (value instanceof Bytes bytes) {
      addHex(bytes.unsafeArray());
    } else {
      addText(value.toString());
    }
    return this;
  }

  private void addHex(byte[] bytes) {
    // the first backslash is the text format's
    rows.append("\\\\x");
    for (byte each : bytes) {
      rows.append(HEX.charAt((each >> 4) & 15)).append(HEX.charAt(each & 15));
    }
  }

  private void addText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '\\' -> rows.append("\\\\");
        case '\t' -> rows.append("\\t");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        default -> rows.append(character);
      }
    }
  }

  void endRow() {
    rows.append('\n');
    inRow = false;
    count++;
  }

  /** Writes all rows, or throws and writes none; within the caller's transaction. */
  void write(JdbcOperations jdbc) {
    if (count > 0) {
      jdbc.execute((ConnectionCallback<Long>) this::write);
    }
  }

  private Long write(Connection connection) throws SQLException {
    try {
      long written =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "copy " + table + " (" + columns + ") from stdin",
                  new StringReader(rows.toString()));
      if (written != count) {
        throw new IllegalStateException(written + " rows of " + count + " written to " + table);
      }
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException("a string can be read", e);
    }
  }
}
