package cn.zhixin.issuance.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a reader of a file's first sheet sees. */
final class Sheets {
  private Sheets() {}

  static List<List<String>> texts(Path file) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    RosterFile.open(file)
        .get(0)
        .visit(
            row -> {
              rows.add(row.cells().stream().map(Cell::text).toList());
              return true;
            });
    return rows;
  }
}
