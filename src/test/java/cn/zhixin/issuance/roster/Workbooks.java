package cn.zhixin.issuance.roster;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Excel workbooks made for a test. */
final class Workbooks {
  static final List<String> HEADINGS =
      List.of("姓名", "性别", "身份证号", "工作单位", "系列", "专业", "职称", "级别", "评委会", "取得时间", "备用");

  private Workbooks() {}

  static byte[] of(Consumer<Worksheet> sheet) throws Exception {
    return ofSheets(List.of(sheet));
  }

  static byte[] ofSheets(List<Consumer<Worksheet>> sheets) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      for (int i = 0; i < sheets.size(); i++) {
        sheets.get(i).accept(workbook.newWorksheet("表" + (i + 1)));
      }
    }
    return bytes.toByteArray();
  }

  /** Headings and one right row, from a row and a column (both from 0) on; no date is set. */
  static void fill(Worksheet sheet, int row, int column) {
    List<String> values =
        List.of(
            "古丽巴哈尔·阿卜杜热合曼",
            "女",
            "371002197608056264",
            "威海职业学院",
            "会计",
            "会计",
            "会计师",
            "中级",
            "威海市会计系列中级职称评审委员会");
    for (int i = 0; i < HEADINGS.size(); i++) {
      sheet.value(row, column + i, HEADINGS.get(i));
    }
    for (int i = 0; i < values.size(); i++) {
      sheet.value(row + 1, column + i, values.get(i));
    }
  }
}
