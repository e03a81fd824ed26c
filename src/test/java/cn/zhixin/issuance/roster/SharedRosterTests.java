package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.TitleResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedRosterTests {
  @TempDir Path folder;

  @Test
  void acceptsAllTwoHundredOfARightRoster() throws Exception {
    Roster roster = Readers.reader().read(SharedRosters.file("roster-200.xlsx"));

    assertThat(roster.rejected()).isEmpty();
    assertThat(roster.accepted()).hasSize(200);
    TitleResult first = roster.accepted().get(0).result();
    assertThat(first.name().value()).isEqualTo("㛃思源");
    assertThat(first.title().code()).isEqualTo("0502");
    assertThat(first.acquiredOn()).isEqualTo(LocalDate.of(2025, 9, 23));
    assertThat(first.birthDate()).isEqualTo(LocalDate.of(1967, 4, 16));
    assertThat(first.approvalDocument()).isEqualTo("威人社发〔2025〕38号");
    assertThat(roster.accepted())
        .extracting(row -> row.result().name().value())
        .contains("𬭎建国", "王𬱖", "李䶮", "赵龑", "张𠅤", "刘𬬻铭", "古丽巴哈尔·阿卜杜热合曼");
  }

  @Test
  void rejectsExactlyTheFaultyRowsWithColumnAndCode() throws Exception {
    Roster roster = Readers.reader().read(SharedRosters.file("roster-40-with-errors.xlsx"));

    assertThat(problems(roster))
        .containsExactly(
            "6 E identity.check-digit",
            "8 E identity.birth-date",
            "10 B name.missing",
            "12 J row.unknown-title",
            "14 K row.ambiguous-level",
            "16 E row.duplicate",
            "18 M row.impossible-date",
            "20 B name.bidi-control",
            "22 G row.formula",
            "24 E identity.precision-lost",
            "26 C row.sex-differs",
            "28 B name.zero-width");
    assertThat(roster.accepted()).hasSize(28);
  }

  @Test
  void saysWhatAnAmbiguousLevelMustBeAndWhichRowIsRepeated() throws Exception {
    Roster roster = Readers.reader().read(SharedRosters.file("roster-40-with-errors.xlsx"));

    assertThat(roster.rejected().get(4).problems().get(0).chinese()).contains("应填“正高级”");
    assertThat(roster.rejected().get(5).problems().get(0).chinese()).contains("第 15 行");
    assertThat(roster.rejected().get(3).problems().get(0).value()).isEqualTo("超级工程师");
    assertThat(roster.rejected().get(7).problems().get(0).chinese()).contains("U+202E");
  }

  @Test
  void noProblemTellsANameOrAnIdentityNumber() throws Exception {
    Roster roster = Readers.reader().read(SharedRosters.file("roster-40-with-errors.xlsx"));

    assertThat(roster.rejected().toString())
        .doesNotContain("李䶮", "371002199510284082", "张三", "伟", "魏强")
        .doesNotContain("3.71");
    assertThat(roster.toString()).doesNotContain("㛃思源", "3710021965");
  }

  @Test
  void theMarkedCopyHasTheSameFaultsAndMoreWords() throws Exception {
    Path original = SharedRosters.file("roster-40-with-errors.xlsx");
    Roster roster = Readers.reader().read(original);
    Path marked = folder.resolve("marked.xlsx");

    MarkedRoster.write(original, roster, marked, MarkedRows.ALL);

    Roster again = Readers.reader().read(marked);
    assertThat(problems(again)).isEqualTo(problems(roster));
    assertThat(again.accepted()).isEqualTo(roster.accepted());
    List<List<String>> rows = Sheets.texts(marked);
    assertThat(rows.get(0)).containsExactly("威海市2025年度职称评审通过人员名单");
    assertThat(rows.get(1)).endsWith("问题与处理", "证书编号", "查验码");
    assertThat(rows.get(2)).contains("已受理");
    assertThat(String.join("\n", rows.get(5))).contains("E 列“证件号码”", "校验位不对");
    assertThat(rows.get(2)).contains("13244939092", "威人社发〔2025〕56号");
  }

  @Test
  void coloursTheFaultyCellsAndNoOthers() throws Exception {
    Path original = SharedRosters.file("roster-40-with-errors.xlsx");
    Path marked = folder.resolve("marked.xlsx");
    MarkedRoster.write(original, Readers.reader().read(original), marked, MarkedRows.ALL);

    assertThat(Sheets.filledCells(marked))
        .containsExactlyInAnyOrder(
            "E6", "O6", "E8", "O8", "B10", "O10", "J12", "O12", "K14", "O14", "E16", "O16", "M18",
            "O18", "B20", "O20", "G22", "O22", "E24", "O24", "C26", "O26", "B28", "O28");
  }

  @Test
  void theCopyOfRejectedRowsHoldsNobodyElse() throws Exception {
    Path original = SharedRosters.file("roster-40-with-errors.xlsx");
    Roster roster = Readers.reader().read(original);
    Path marked = folder.resolve("marked.xlsx");

    MarkedRoster.write(original, roster, marked, MarkedRows.REJECTED_ONLY);

    assertThat(Sheets.texts(marked)).hasSize(2 + 12);
    // row 16 repeats row 15, which is not in the copy: alone it is right
    Roster again = Readers.reader().read(marked);
    assertThat(again.accepted()).hasSize(1);
    assertThat(again.rejected()).hasSize(11);
  }

  private static List<String> problems(Roster roster) {
    return roster.rejected().stream()
        .flatMap(row -> row.problems().stream())
        .map(p -> p.row() + " " + p.columnLetter() + " " + p.reason().code())
        .toList();
  }
}
