package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateRowsTests {
  @TempDir Path folder;

  private Roster read(RosterText text) throws Exception {
    return Readers.reader().read(text.in(folder));
  }

  @Test
  void rejectsTheSecondRowAndNamesTheFirst() throws Exception {
    Roster roster = read(RosterText.right().andAgain("序号", "2"));
    RosterProblem problem = roster.rejected().get(0).problems().get(0);
    assertThat(roster.accepted()).hasSize(1);
    assertThat(problem.row()).isEqualTo(3);
    assertThat(problem.reason()).isEqualTo(RosterReason.DUPLICATE);
    assertThat(problem.chinese()).contains("第 2 行");
  }

  @Test
  void seesThroughAnotherSpellingOfTheNumber() throws Exception {
    Roster roster = read(RosterText.right().andAgain("证件号码", "３７１００２ １９７９０３１９８０３８"));
    assertThat(roster.rejected()).hasSize(1);
  }

  @Test
  void aFaultyFirstRowStillCounts() throws Exception {
    Roster roster = read(RosterText.right().with("批准文号", "十二号").andAgain("批准文号", "威人社发〔2025〕12号"));
    assertThat(roster.rejected()).hasSize(2);
    assertThat(roster.rejected().get(1).problems())
        .extracting(RosterProblem::reason)
        .containsExactly(RosterReason.DUPLICATE);
  }

  @Test
  void acceptsAnotherTitleOfTheSamePerson() throws Exception {
    RosterText two =
        RosterText.right()
            .and(
                "2",
                "刘𬬻铭",
                "男",
                "身份证",
                "371002197903198038",
                "",
                "乳山市中医院",
                "会计",
                "会计",
                "高级会计师",
                "副高级",
                "威海市会计系列高级职称评审委员会",
                "2025-11-03",
                "");
    assertThat(read(two).accepted()).hasSize(2);
  }

  /** One name, as Unicode has it: a second row of it is only the second. */
  @Test
  void canonicallyEquivalentNamesAreNoTwoNames() throws Exception {
    Roster roster = read(RosterText.right().with("姓名", "\uF900文登").andAgain("姓名", "豈文登"));
    assertThat(roster.accepted()).hasSize(1);
    assertThat(roster.accepted().get(0).result().name().value()).isEqualTo("\uF900文登");
    assertThat(found(roster)).containsExactly("3 E row.duplicate 2");
  }

  @Test
  void holdsBackBothRowsOfOneNumberUnderTwoNames() throws Exception {
    Roster roster = read(RosterText.right().andAgain("姓名", "仝喆"));
    assertThat(roster.accepted()).isEmpty();
    assertThat(found(roster))
        .containsExactly("2 E row.number-of-another 3", "3 E row.number-of-another 2");
  }

  @Test
  void holdsBackEveryRowOfANumberUnderTwoNamesWhereverTheOtherNameStands() throws Exception {
    RosterText otherLast = RosterText.right().andAgain("职称名称", "正高级工程师").andAgain("姓名", "仝喆");
    assertThat(found(read(otherLast)))
        .contains("2 E row.number-of-another 4", "3 E row.number-of-another 4")
        .endsWith("4 E row.number-of-another 2");
    RosterText otherBetween = RosterText.right().andAgain("姓名", "仝喆").andAgain("序号", "3");
    assertThat(found(read(otherBetween)))
        .containsExactly(
            "2 E row.number-of-another 3",
            "3 E row.number-of-another 2",
            "4 E row.number-of-another 3");
    RosterText three = RosterText.right().andAgain("姓名", "仝喆").andAgain("姓名", "丛培元");
    assertThat(found(read(three)))
        .containsExactly(
            "2 E row.number-of-another 3",
            "3 E row.number-of-another 2",
            "4 E row.number-of-another 2");
  }

  @Test
  void aRowWithAFaultOfItsOwnIsToldOfTheOtherNameToo() throws Exception {
    Roster roster = read(RosterText.right().with("批准文号", "十二号").andAgain("姓名", "仝喆"));
    assertThat(roster.rejected().get(0).problems())
        .extracting(RosterProblem::reason)
        .hasSize(2)
        .startsWith(RosterReason.NUMBER_OF_ANOTHER);
  }

  @Test
  void anotherPersonBesideThemIsAccepted() throws Exception {
    Roster roster =
        read(RosterText.right().andAgain("姓名", "仝喆").andAgain("证件号码", "371002198808120034"));
    assertThat(roster.accepted()).extracting(RosterRow::sheetRow).containsExactly(4);
  }

  /** Row, column, code and the row that is named. */
  private static List<String> found(Roster roster) {
    return roster.rejected().stream()
        .flatMap(row -> row.problems().stream())
        .map(
            problem ->
                "%d %s %s %s"
                    .formatted(
                        problem.row(),
                        problem.columnLetter(),
                        problem.reason().code(),
                        problem.sentence().english().replaceAll("\\D", "")))
        .toList();
  }
}
