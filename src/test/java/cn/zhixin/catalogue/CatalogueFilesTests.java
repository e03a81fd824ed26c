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
        "titles.csv;code,name,english,level,aliases;0599,甲,A,HIGH,;level must be of",
        "titles.csv;code,name,english,level,aliases;9901,甲,A,SENIOR,;no series 99",
        "titles.csv;code,name,english,level,aliases;501,甲,A,SENIOR,;four digits",
        "titles.csv;code,name,english,level,aliases;0501,甲,A;expected 5 values, found 3",
        "titles.csv;code,name,english,level,aliases;0501,,A,SENIOR,;name is empty",
        "titles.csv;code,name,level;0501,甲,SENIOR;the columns must be",
        "committees.csv;number,name,issuer,series,levels,aliases;1,甲,9,05,MIDDLE,;no issuer 9",
        "committees.csv;number,name,issuer,series,levels,aliases;1,甲,1,55,MIDDLE,;known codes",
        "issuers.csv;number,name,english,division,credit_code;1,甲,A,371000,11371000MB0000019C;GB 32100",
        "divisions.csv;code,name,state;371000,威海市,gone;current or former",
      })
  void namesFileAndLineOfABadEntry(String file, String head, String line, String problem)
      throws Exception {
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
    assertThat(failure).hasMessageContaining(problem);
  }

  @Test
  void namesTheSettingOfAFolderThatIsNotThere() {
    assertThat(
            catchThrowableOfType(
                MalformedCatalogue.class,
                () -> CatalogueFiles.in(folder.resolve("none")).catalogue()))
        .hasMessageContaining("none: 没有这个文件夹，请核对 zhixin.catalogue.folder / there is no such");
  }

  @Test
  void refusesTheSameNumberTwice() throws Exception {
    Files.writeString(
        folder.resolve("committees.csv"),
        "number,name,issuer,series,levels,aliases\n1,甲,1,05,MIDDLE,\n1,乙,1,05,MIDDLE,\n");
    assertThat(
            catchThrowableOfType(
                MalformedCatalogue.class, () -> CatalogueFiles.in(folder).catalogue()))
        .hasMessageContaining("line 3: 1 is there twice");
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
