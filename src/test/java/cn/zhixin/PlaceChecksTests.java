package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class PlaceChecksTests {
  @TempDir private Path folder;

  private static void check(Map<String, Object> properties) {
    GenericApplicationContext context = new GenericApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("t", properties));
    new PlaceChecks().initialize(context);
  }

  private static void refused(Map<String, Object> properties, String... told) {
    assertThatExceptionOfType(StartChecks.CannotStart.class)
        .isThrownBy(() -> check(properties))
        .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
        .contains(told)
        .doesNotContain("secret");
  }

  @Test
  void takesAFolderThatIsThereOrCanBeMade() {
    assertThatCode(() -> check(Map.of("zhixin.home", folder.toString())))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(Map.of("zhixin.home", folder.resolve("a/b").toString())))
        .doesNotThrowAnyException();
  }

  @Test
  void namesAFileThatStandsInThePlaceOfTheFolder() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    for (Path home : new Path[] {file, file.resolve("below")}) {
      refused(
          Map.of("zhixin.home", home.toString()),
          "zhixin.home 应为文件夹",
          "zhixin.home is a folder, not “" + home + "”",
          file + " is a file");
    }
    refused(Map.of("zhixin.home", ""), "zhixin.home 是空的", "zhixin.home is empty");
  }

  @Test
  void namesAFolderThatAnOfficeCannotWriteTo() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeThat(Files.isWritable(folder)).as("root may write anywhere").isFalse();
      Path home = folder.resolve("data");
      refused(Map.of("zhixin.home", home.toString()), "不可写", folder + " cannot be written to");
      assertThatCode(
              () ->
                  check(
                      Map.of(
                          "zhixin.home",
                          home.toString(),
                          "zhixin.roles",
                          "public",
                          "zhixin.database.url",
                          "jdbc:postgresql://db/zhixin")))
          .doesNotThrowAnyException();
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void namesATimeZoneThatIsNone() {
    refused(
        at("zhixin.time-zone", "Asia/Weihai"),
        "zhixin.time-zone 应为时区名",
        "zhixin.time-zone is the name of a time zone",
        "“Asia/Weihai”");
    assertThatCode(() -> check(at("zhixin.time-zone", "Asia/Urumqi"))).doesNotThrowAnyException();
  }

  @Test
  void namesWhatIsWrongWithACatalogue() throws Exception {
    Path none = folder.resolve("none");
    refused(
        at("zhixin.catalogue.folder", none.toString()),
        none + "：没有这个文件夹，请核对 zhixin.catalogue.folder",
        "there is no such folder: look at zhixin.catalogue.folder");
    Path own = Files.createDirectory(folder.resolve("own"));
    assertThatCode(() -> check(at("zhixin.catalogue.folder", own.toString())))
        .doesNotThrowAnyException();
    Path divisions = Files.writeString(own.resolve("divisions.csv"), "code,name,state\n37,山东\n");
    refused(at("zhixin.catalogue.folder", own.toString()), divisions.toString(), "line 2");
    Files.delete(divisions);
    Path series = Files.write(own.resolve("series.csv"), new byte[] {(byte) 0xff});
    refused(at("zhixin.catalogue.folder", own.toString()), series.toString());
    Files.delete(series);
    Files.createDirectory(series);
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> check(at("zhixin.catalogue.folder", own.toString())));
  }

  private Map<String, Object> at(String setting, String value) {
    return Map.of("zhixin.home", folder.toString(), setting, value);
  }

  @Test
  void namesAnAddressThatIsNoPostgresql() {
    refused(
        Map.of("zhixin.database.url", "postgres://zhixin:secret@db/zhixin"),
        "zhixin.database.url 应为 jdbc:postgresql://",
        "not “postgres://…@db/zhixin”");
    refused(
        Map.of("zhixin.database.url", "jdbc:mysql://db/zhixin?password=secret@1"),
        "not “jdbc:mysql://…”");
    refused(
        Map.of("zhixin.database.url", "jdbc:mysql://db/zhixin?password=secret"),
        "not “jdbc:mysql://db/zhixin”");
  }
}
