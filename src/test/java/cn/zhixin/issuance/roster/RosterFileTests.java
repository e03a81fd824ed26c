package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterFileTests {
  @TempDir Path folder;

  private MalformedRoster failure(byte[] content) throws Exception {
    Path file = Files.write(folder.resolve("roster.xlsx"), content);
    MalformedRoster failure =
        catchThrowableOfType(MalformedRoster.class, () -> Readers.reader().read(file));
    assertThat(failure.sentence().chinese()).doesNotContain("%s").isNotBlank();
    assertThat(failure.remedy().english()).isNotBlank();
    return failure;
  }

  @Test
  void saysThatAFileIsEmpty() throws Exception {
    assertThat(failure(new byte[0]).fault()).isEqualTo(RosterFault.EMPTY);
    assertThat(failure(" \r\n \r\n".getBytes(StandardCharsets.UTF_8)).fault())
        .isEqualTo(RosterFault.EMPTY);
  }

  @Test
  void knowsAPdfRenamedToXlsx() throws Exception {
    assertThat(failure("%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(StandardCharsets.ISO_8859_1)).fault())
        .isEqualTo(RosterFault.PDF);
  }

  @Test
  void knowsALegacyWorkbookFromAnEncryptedOne() throws Exception {
    byte[] xls = new byte[1536];
    byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A};
    System.arraycopy(mark, 0, xls, 0, mark.length);
    assertThat(failure(xls).fault()).isEqualTo(RosterFault.LEGACY_XLS);

    byte[] entry = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(entry, 0, xls, 1024, entry.length);
    assertThat(failure(xls).fault()).isEqualTo(RosterFault.ENCRYPTED);
  }

  @Test
  void knowsAWebPageThatCallsItselfExcel() throws Exception {
    assertThat(failure("<html><table>".getBytes(StandardCharsets.UTF_8)).fault())
        .isEqualTo(RosterFault.WEB_PAGE);
  }

  @Test
  void knowsAPictureIsNoTable() throws Exception {
    byte[] png = {
      (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte) 0xFF, (byte) 0xFF
    };
    assertThat(failure(png).fault()).isEqualTo(RosterFault.NOT_A_TABLE);
  }

  @Test
  void knowsAnArchiveThatIsNoWorkbook() throws Exception {
    assertThat(failure(zip("word/document.xml", 100)).fault()).isEqualTo(RosterFault.OTHER_ARCHIVE);
  }

  @Test
  void refusesAWorkbookThatInflatesWithoutEnd() throws Exception {
    assertThat(failure(zip("xl/workbook.xml", 64 << 20)).fault())
        .isEqualTo(RosterFault.INFLATES_TOO_MUCH);
  }

  @Test
  void refusesABrokenWorkbookAtWhateverByteItBreaks() throws Exception {
    byte[] right = Workbooks.of(w -> w.value(0, 0, "姓名"));
    for (int length = 8; length < right.length; length += 97) {
      assertThat(failure(Arrays.copyOf(right, length)).fault())
          .isEqualTo(RosterFault.UNREADABLE_WORKBOOK);
    }
  }

  @Test
  void refusesAQuoteThatNeverEnds() throws Exception {
    String text = RosterText.right().text() + "2,\"李华,男\r\n";
    assertThat(failure(text.getBytes(StandardCharsets.UTF_8)).fault())
        .isEqualTo(RosterFault.UNCLOSED_QUOTE);
  }

  @Test
  void namesTheHeadingsThatAreMissingAndThoseFound() throws Exception {
    String text = RosterText.right().without("职称名称").without("专业").text();
    MalformedRoster failure = failure(text.getBytes(StandardCharsets.UTF_8));
    assertThat(failure.fault()).isEqualTo(RosterFault.HEADING_MISSING);
    assertThat(failure.sentence().chinese()).contains("缺少：专业、职称名称。", "姓名、性别、证件类型");
  }

  @Test
  void namesTwoHeadingsThatMeanTheSame() throws Exception {
    String text = RosterText.right().with("取得资格时间", "2025-11-03").text();
    MalformedRoster failure = failure(text.getBytes(StandardCharsets.UTF_8));
    assertThat(failure.fault()).isEqualTo(RosterFault.HEADING_TWICE);
    assertThat(failure.sentence().chinese()).contains("评审通过日期", "取得资格时间");
  }

  @Test
  void showsWhatItSawInsteadOfHeadings() throws Exception {
    MalformedRoster failure = failure("食谱,份量\n鱼,2\n".getBytes(StandardCharsets.UTF_8));
    assertThat(failure.fault()).isEqualTo(RosterFault.NO_HEADINGS);
    assertThat(failure.sentence().chinese()).contains("食谱");
  }

  @Test
  void wantsSomebodyBelowTheHeadings() throws Exception {
    String headings = RosterText.right().text().lines().findFirst().orElseThrow();
    assertThat(failure(headings.getBytes(StandardCharsets.UTF_8)).fault())
        .isEqualTo(RosterFault.NO_ROWS);
  }

  private static byte[] zip(String entry, int zeros) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      OutputStream content = zip;
      content.write(new byte[zeros]);
    }
    return bytes.toByteArray();
  }
}
