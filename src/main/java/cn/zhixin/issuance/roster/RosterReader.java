package cn.zhixin.issuance.roster;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.sheet.MalformedSheet;
import cn.zhixin.sheet.Sheet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a committee's roster from Excel (.xlsx) or CSV and checks each row. Safe for all threads.
 */
public final class RosterReader {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Catalogue catalogue;
  private final Clock clock;

  public RosterReader(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Reads a roster that names the committee in each row. */
  public Roster read(Path file) throws IOException, MalformedRoster {
    return read(file, null);
  }

  /**
   * Reads a roster.
   *
   * @param usual the committee of rows that name none; where it reviews one series only, the roster
   *     needs no column for the series either
   * @throws MalformedRoster if the file as a whole cannot be read as a roster
   */
  public Roster read(Path file, @Nullable Committee usual) throws IOException, MalformedRoster {
    try {
      return readSheets(file, usual);
    } catch (MalformedSheet e) {
      throw MalformedRoster.of(e);
    }
  }

  private Roster readSheets(Path file, @Nullable Committee usual)
      throws IOException, MalformedRoster, MalformedSheet {
    Sheet sheet = RosterSheet.find(RosterFile.open(file));
    Headings headings = Headings.of(Headings.best(sheet).row(), needless(usual));
    RowCheck check =
        new RowCheck(new TitleCells(catalogue, usual), LocalDate.ofInstant(clock.instant(), CHINA));
    List<RosterRow> rows = new ArrayList<>();
    List<Integer> notes = new ArrayList<>();
    sheet.visit(
        row -> {
          if (row.number() <= headings.row() || row.isBlank()) {
            return true;
          }
          if (NoteRows.isNote(row, headings)) {
            notes.add(row.number());
          } else if (rows.size() == RosterLimits.ROWS) {
            throw new MalformedRoster(RosterFault.TOO_MANY_ROWS, RosterLimits.ROWS);
          } else {
            rows.add(check.check(new RowText(row, headings)));
          }
          return true;
        });
    if (rows.isEmpty()) {
      throw new MalformedRoster(RosterFault.NO_ROWS);
    }
    return new Roster(sheet.name(), headings, check.atEnd(rows, headings), notes);
  }

  private static Set<RosterColumn> needless(@Nullable Committee usual) {
    Set<RosterColumn> needless = EnumSet.noneOf(RosterColumn.class);
    if (usual != null) {
      needless.add(RosterColumn.COMMITTEE);
      if (usual.series().size() == 1) {
        needless.add(RosterColumn.SERIES);
      }
    }
    return needless;
  }
}
