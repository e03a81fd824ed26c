package cn.zhixin.issuance.roster;

import cn.zhixin.sheet.MalformedSheet;
import cn.zhixin.sheet.Sheet;
import cn.zhixin.sheet.SheetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Opens a roster by what its bytes are. */
final class RosterFile {
  private RosterFile() {}

  /** The sheets of the file that can be seen in a spreadsheet. */
  static List<Sheet> open(Path file) throws IOException, MalformedSheet {
    return SheetFile.open(file, RosterLimits.SHEETS, Headings::known);
  }
}
