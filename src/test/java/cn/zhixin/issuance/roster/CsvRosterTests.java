package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRosterTests {
  private static final String MARK = "\uFEFF";
  private static final Charset GB_18030 = Charset.forName("GB18030");

  @TempDir Path folder;

  private static String name(Roster roster) {
    assertThat(roster.rejected()).isEmpty();
    return roster.accepted().get(0).result().name().value();
  }

  @Test
  void readsRareCharactersInEveryEncoding() throws Exception {
    for (String name : List.of("𬭎建国", "㛃思源", "王𬱖", "赵龑", "李䶮", "张𠅤", "买买提江·吾守尔")) {
      RosterText text = RosterText.right().with("姓名", name);
      List<Path> files =
          List.of(
              text.in(folder),
              text.in(folder, StandardCharsets.UTF_8, MARK),
              text.in(folder, GB_18030, ""),
              text.in(folder, StandardCharsets.UTF_16LE, MARK),
              text.in(folder, StandardCharsets.UTF_16BE, MARK));
      for (Path file : files) {
        assertThat(name(Readers.reader().read(file))).isEqualTo(name);
      }
    }
  }

  /** Lest anybody takes them for checked; the columns of a marked copy are ours. */
  @Test
  void namesTheColumnsThatItDoesNotRead() throws Exception {
    RosterText text = RosterText.right().with("手机号码", "138").with("签发结果", "已签发");
    Roster roster = Readers.reader().read(text.with("证书编号", "3710").in(folder));
    assertThat(roster.rejected()).isEmpty();
    assertThat(roster.headings().unread()).contains("手机号码").doesNotContain("签发结果", "证书编号", "姓名");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void tellsTheSeparatorByTheHeadings(String separator) throws Exception {
    Roster roster =
        Readers.reader()
            .read(RosterText.right().separatedBy(separator).with("工作单位", "乳山,中\"医\";院").in(folder));
    assertThat(roster.accepted().get(0).result().employer()).isEqualTo("乳山,中\"医\";院");
  }

  @Test
  void countsRowsAsASpreadsheetDoes() throws Exception {
    Path file =
        RosterText.right()
            .under("名单,,\n,,\n")
            .with("手机号码", "138\n139")
            .and("", "", "")
            .and("2")
            .andAgain("姓名", "张1")
            .in(folder);
    Roster roster = Readers.reader().read(file);
    assertThat(roster.headings().row()).isEqualTo(3);
    assertThat(roster.rows()).extracting(RosterRow::sheetRow).containsExactly(4, 7);
    assertThat(roster.notes()).containsExactly(6);
  }

  @Test
  void findsColumnsInAnyOrder() throws Exception {
    Random random = new Random(20251103);
    RosterText text = RosterText.right();
    for (int i = 0; i < 200; i++) {
      assertThat(name(Readers.reader().read(text.shuffled(random).in(folder)))).isEqualTo("刘𬬻铭");
    }
  }

  @Test
  void knowsTheOtherNamesOfEachColumn() throws Exception {
    RosterText text =
        RosterText.right()
            .renamed("姓名", "*姓 名")
            .renamed("证件号码", "公民身份号码（18位）")
            .renamed("证件类型", "证件种类")
            .renamed("工作单位", "所在单位：")
            .renamed("职称系列", "专业系列")
            .renamed("专业", "申报专业")
            .renamed("职称名称", "任职\n资格")
            .renamed("级别", "职称级别")
            .renamed("评审委员会", "评委会名称")
            .renamed("评审通过日期", "取得资格时间(年月日)")
            .renamed("批准文号", "发文文号")
            .with("取得方式", "评审")
            .with("备注", "=1+1");
    assertThat(name(Readers.reader().read(text.in(folder)))).isEqualTo("刘𬬻铭");
  }

  @Test
  void everyNameOfAColumnMeansThatColumnAlone() {
    for (RosterColumn column : RosterColumn.values()) {
      assertThat(RosterColumn.headed(column.heading())).contains(column);
    }
    assertThat(RosterColumn.headed("手机号码")).isEmpty();
    assertThat(RosterColumn.headed("问题与处理")).isEmpty();
    assertThat(RosterColumn.headed("")).isEmpty();
  }

  @Test
  void aMarkedCopyOfACsvIsAWorkbookThatIsReadAlike() throws Exception {
    Path original = RosterText.right().with("职称名称", "高级工程帅").andAgain("职称名称", "高级工程师").in(folder);
    Roster roster = Readers.reader().read(original);
    Path marked = folder.resolve("marked.xlsx");
    MarkedRoster.write(original, roster, marked, MarkedRows.ALL);

    Roster again = Readers.reader().read(marked);
    assertThat(again.rows()).isEqualTo(roster.rows());
    assertThat(Sheets.texts(marked).get(1)).last().asString().contains("是不是：高级工程师？");

    Path twice = folder.resolve("twice.xlsx");
    MarkedRoster.write(marked, again, twice, MarkedRows.ALL);
    assertThat(Sheets.texts(twice)).isEqualTo(Sheets.texts(marked));
  }
}
