package cn.zhixin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFilesTests {
  private static Catalogue catalogue;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws Exception {
    catalogue = CatalogueFiles.bundled().catalogue();
  }

  @Test
  void holdsAllSeriesWithTitlesOfEachLevelFromAssistantUp() {
    assertThat(catalogue.series()).hasSize(27);
    for (Series series : catalogue.series()) {
      assertThat(
              catalogue.titles().stream()
                  .filter(title -> title.series().equals(series))
                  .map(Title::level)
                  .collect(Collectors.toSet()))
          .as(series.name())
          .contains(Level.SENIOR, Level.ASSOCIATE_SENIOR, Level.MIDDLE, Level.ASSISTANT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0501,正高级工程师,SENIOR",
    "0502,高级工程师,ASSOCIATE_SENIOR",
    "0503,工程师,MIDDLE",
    "0504,助理工程师,ASSISTANT",
    "0505,技术员,TECHNICIAN",
    "0101,教授,SENIOR",
    "0401,主任医师,SENIOR",
    "0411,主任药师,SENIOR",
    "0614,农业技术推广研究员,SENIOR",
  })
  void knowsTheNationalCodes(String code, String name, Level level) {
    Title title = catalogue.title(code).orElseThrow();
    assertThat(title.name()).isEqualTo(name);
    assertThat(title.level()).isEqualTo(level);
    assertThat(title.hasLocalCode()).isFalse();
  }

  @Test
  void findsASeriesByCodeNameAliasAndWithItsSuffix() {
    Series engineering = catalogue.series("05").orElseThrow();
    for (String name : new String[] {"工程技术", "工程", " 工程 系列", "工程技术人员"}) {
      assertThat(catalogue.series(name)).contains(engineering);
    }
    assertThat(catalogue.series("会计人员").orElseThrow().code()).isEqualTo("17");
    assertThat(catalogue.series("炼金")).isEmpty();
  }

  @Test
  void oneNameMeansTwoTitlesInTwoSeries() {
    Title journalist = catalogue.title(catalogue.series("新闻").orElseThrow(), "编辑").orElseThrow();
    Title publisher = catalogue.title(catalogue.series("出版").orElseThrow(), "编辑").orElseThrow();
    assertThat(journalist.code()).startsWith("07");
    assertThat(publisher.code()).startsWith("08");
  }

  @Test
  void keepsOldNamesAsTitlesOfTheirOwn() {
    Series engineering = catalogue.series("工程").orElseThrow();
    Title old = catalogue.title(engineering, "教授级高级工程师").orElseThrow();
    assertThat(old.name()).isEqualTo("教授级高级工程师");
    assertThat(old.level()).isEqualTo(Level.SENIOR);
    assertThat(old.hasLocalCode()).isTrue();
  }

  @Test
  void filesThreeCommitteesForEachSeries() {
    assertThat(catalogue.committees()).hasSize(81);
    Committee high = catalogue.committee("威海市农业系列高级职称评审委员会").orElseThrow();
    assertThat(high.levels()).containsExactlyInAnyOrder(Level.SENIOR, Level.ASSOCIATE_SENIOR);
    assertThat(high.series()).containsExactly("06");
    assertThat(catalogue.committee("威海市农业技术系列高级职称评审委员会")).contains(high);
    assertThat(catalogue.committee(high.number())).contains(high);
    assertThat(catalogue.issuer(1).orElseThrow().divisionCode()).isEqualTo("371000");
  }

  @Test
  void takesFromAFolderWhatItHasAndTheRestFromTheJar() throws Exception {
    Files.writeString(
        folder.resolve("committees.csv"),
        """
        # ours
        number,name,issuer,series,levels,aliases
        7,威海市海洋工程评审委员会,1,05|25,MIDDLE,海洋评委会
        """);
    Catalogue own = CatalogueFiles.in(folder).catalogue();
    assertThat(own.committees()).hasSize(1);
    assertThat(own.committee("海洋评委会").orElseThrow().series()).containsOnly("05", "25");
    assertThat(own.series()).hasSize(27);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "titles.csv;code,name,english,level,aliases;0599,甲,A,HIGH,;level 应为下列之一：;level is one of: ",
        "titles.csv;code,name,english,level,aliases;9901,甲,A,SENIOR,;没有系列 99；;no series 99: ",
        "titles.csv;code,name,english,level,aliases;501,甲,A,SENIOR,;code 应为四位数字，现在是“501”;code is four digits, not “501”: correct it",
        "titles.csv;code,name,english,level,aliases;0501,甲,A;应有 5 个值，现在有 3 个;expected 5 values, found 3: ",
        "titles.csv;code,name,english,level,aliases;0501,,A,SENIOR,;name 是空的;name is empty: ",
        "titles.csv;code,name,level;0501,甲,SENIOR;列名应为“code,name,english,level,aliases”，现在是“code,name,level”;the columns are “code,name,english,level,aliases”, not “code,name,level”",
        "committees.csv;number,name,issuer,series,levels,aliases;1,甲,9,05,MIDDLE,;没有编号为 9 的发证机构;no issuer 9: ",
        "committees.csv;number,name,issuer,series,levels,aliases;1,甲,1,55,MIDDLE,;series 应为 series.csv 中的代码，多个用 | 隔开，现在是“55”;series is known codes of series.csv with | between them, not “55”",
        "issuers.csv;number,name,english,division,credit_code;1,甲,A,371000,11371000MB0000019C;credit_code 应为统一社会信用代码（GB 32100），现在是“11371000MB0000019C”;credit_code is a unified social credit code (GB 32100), not “11371000MB0000019C”",
        "divisions.csv;code,name,state;371000,威海市,gone;state 应为 current 或 former，现在是“gone”;state is current or former, not “gone”",
        "divisions.csv;code,name,state;371000,威海市,;state 是空的;state is empty",
        "committees.csv;number,name,issuer,series,levels,aliases;x,甲,1,05,MIDDLE,;number 应为从 1 起的整数，现在是“x”;number is a number from 1 up, not “x”",
        "committees.csv;number,name,issuer,series,levels,aliases;1,甲,1,05,,;levels 是空的;levels is empty",
        "committees.csv;number,name,issuer,series,levels,aliases;1,甲,1,,MIDDLE,;现在是“”；请改正;not “”: correct it",
      })
  void saysInBothLanguagesWhatIsWrongInWhichLineOfAFile(
      String file, String head, String line, String chinese, String english) throws Exception {
    Files.writeString(folder.resolve(file), "# ours\n" + head + "\n" + line + "\n");
    MalformedCatalogue failure =
        catchThrowableOfType(
            MalformedCatalogue.class,
            () -> {
              CatalogueFiles files = CatalogueFiles.in(folder);
              files.catalogue();
              files.divisions();
            });
    assertThat(failure.file()).endsWith(file);
    assertThat(failure.line()).isBetween(2, 3);
    assertThat(failure.getMessage())
        .startsWith(folder.resolve(file) + " 第 " + failure.line() + " 行：")
        .contains(chinese)
        .contains(" / " + folder.resolve(file) + ", line " + failure.line() + ": ")
        .contains(english);
  }

  @Test
  void namesTheSettingOfAFolderThatIsNotThere() {
    assertThat(
            catchThrowableOfType(
                MalformedCatalogue.class,
                () -> CatalogueFiles.in(folder.resolve("none")).catalogue()))
        .hasMessageContaining(
            "none：没有这个文件夹，请核对 zhixin.catalogue.folder / "
                + folder.resolve("none")
                + ": there is no such");
  }

  @Test
  void refusesTheSameNumberTwice() throws Exception {
    Files.writeString(
        folder.resolve("committees.csv"),
        "number,name,issuer,series,levels,aliases\n1,甲,1,05,MIDDLE,\n1,乙,1,05,MIDDLE,\n");
    assertThat(
            catchThrowableOfType(
                MalformedCatalogue.class, () -> CatalogueFiles.in(folder).catalogue()))
        .hasMessageContaining("第 3 行：1 重复出现")
        .hasMessageContaining("line 3: 1 is there twice");
  }

  @Test
  void refusesANameThatIsTaken() throws Exception {
    Files.writeString(
        folder.resolve("committees.csv"),
        "number,name,issuer,series,levels,aliases\n1,甲,1,05,MIDDLE,\n2,乙,1,05,MIDDLE,丙|甲\n");
    assertThat(
            catchThrowableOfType(
                MalformedCatalogue.class, () -> CatalogueFiles.in(folder).catalogue()))
        .hasMessageContaining("第 3 行：“甲”已是另一条目的名称或别名")
        .hasMessageContaining("line 3: “甲” already names another entry");
  }

  @Test
  void refusesAFileWithoutEntriesOrInAnotherEncoding() throws Exception {
    Path file = folder.resolve("series.csv");
    Files.writeString(file, "code,name,english,aliases\n");
    assertThat(
            catchThrowableOfType(
                MalformedCatalogue.class, () -> CatalogueFiles.in(folder).catalogue()))
        .hasMessageContaining(file + "：没有任何条目")
        .hasMessageContaining(file + ": there is no entry in it");
    Files.write(file, "code,name,english,aliases\n05,工程,E,\n".getBytes("GBK"));
    assertThat(
            catchThrowableOfType(
                MalformedCatalogue.class, () -> CatalogueFiles.in(folder).catalogue()))
        .hasMessageContaining(file + "：不是 UTF-8 编码")
        .hasMessageContaining(file + ": not in UTF-8");
  }

  @Test
  void knowsWeihaiAndItsFormerCodes() throws Exception {
    Divisions divisions = CatalogueFiles.bundled().divisions();
    assertThat(divisions.find("371083").orElseThrow().name()).isEqualTo("乳山市");
    assertThat(divisions.find("371081").orElseThrow().former()).isTrue();
    assertThat(divisions.province("371002").orElseThrow().name()).isEqualTo("山东省");
    assertThat(divisions.find("999999")).isEmpty();
  }
}
