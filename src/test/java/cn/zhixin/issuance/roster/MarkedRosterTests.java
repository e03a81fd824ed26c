package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.sheet.Cell;
import cn.zhixin.sheet.SheetRow;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedRosterTests {
  @TempDir Path folder;

  private Path original;
  private Path marked;

  /** Headings in row 5 from column D on, one person, whose sex is wrong, and remarks far right. */
  @BeforeEach
  void write() throws Exception {
    marked = folder.resolve("marked.xlsx");
    original =
        Files.write(
            folder.resolve("roster.xlsx"),
            Workbooks.of(
                sheet -> {
                  Workbooks.fill(sheet, 4, 3);
                  sheet.value(5, 4, "男");
                  sheet.value(5, 12, LocalDate.of(2025, 11, 3));
                  sheet.style(5, 12).format("yyyy-mm-dd").set();
                  sheet.value(5, 15, "备注");
                  sheet.value(5, 1, new BigDecimal("12.5"));
                  sheet.value(7, 3, "注：完");
                }));
    MarkedRoster.write(original, Readers.reader().read(original), marked, MarkedRows.ALL);
  }

  private static List<SheetRow> rows(Path file) throws Exception {
    List<SheetRow> rows = new ArrayList<>();
    RosterFile.open(file)
        .get(0)
        .visit(
            row -> {
              rows.add(row);
              return true;
            });
    return rows;
  }

  @Test
  void keepsEveryCellWhereItWasAndAsWhatItWas() throws Exception {
    List<SheetRow> before = rows(original).stream().filter(row -> !row.isBlank()).toList();
    List<SheetRow> after = rows(marked).stream().filter(row -> !row.isBlank()).toList();
    assertThat(after).extracting(SheetRow::number).containsExactly(5, 6, 8);
    for (int i = 0; i < before.size(); i++) {
      for (int column = 0; column < 16; column++) {
        Cell cell = before.get(i).cell(column);
        assertThat(after.get(i).cell(column).text()).isEqualTo(cell.text());
        assertThat(after.get(i).cell(column)).hasSameClassAs(cell);
      }
    }
    assertThat(after.get(1).cell(12))
        .isInstanceOfSatisfying(
            Cell.Number.class, date -> assertThat(date.format()).isEqualTo("yyyy-mm-dd"));
  }

  @Test
  void putsTheRemarksBesideEverythingElse() throws Exception {
    List<SheetRow> rows = rows(marked).stream().filter(row -> !row.isBlank()).toList();
    assertThat(rows.get(0).cell(16).text()).isEqualTo(MarkedRoster.HEADING);
    assertThat(rows.get(1).cell(16).text()).startsWith("E 列“性别”：性别与证件号码不一致");
    assertThat(Sheets.filledCells(marked)).containsExactly("E6", "Q6");
  }
}
