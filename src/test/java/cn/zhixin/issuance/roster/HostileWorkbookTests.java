package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks whose parts say what no spreadsheet writes. */
class HostileWorkbookTests {
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir Path folder;

  private static byte[] right() throws Exception {
    return Workbooks.of(
        sheet -> {
          Workbooks.fill(sheet, 0, 0);
          sheet.value(1, 9, "2025-11-03");
        });
  }

  private Path with(String part, UnaryOperator<byte[]> change) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path right = Files.write(folder.resolve("right.xlsx"), right());
    try (ZipFile original = new ZipFile(right.toFile());
        ZipOutputStream copy = new ZipOutputStream(bytes)) {
      for (ZipEntry entry : Collections.list(original.entries())) {
        copy.putNextEntry(new ZipEntry(entry.getName()));
        byte[] content = original.getInputStream(entry).readAllBytes();
        copy.write(entry.getName().equals(part) ? change.apply(content) : content);
      }
    }
    return Files.write(folder.resolve("hostile.xlsx"), bytes.toByteArray());
  }

  private Path withText(String part, String old, String replacement) throws Exception {
    return with(
        part,
        content -> {
          String text = new String(content, StandardCharsets.UTF_8);
          assertThat(text).contains(old);
          return text.replaceFirst(Pattern.quote(old), replacement)
              .getBytes(StandardCharsets.UTF_8);
        });
  }

  @Test
  void theOriginalIsRight() throws Exception {
    assertThat(Readers.reader().read(with(SHEET, content -> content)).accepted()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "r=\"A2\",r=\"ZZZZZZ2\"",
    "r=\"A2\",r=\"A99999999999\"",
    "r=\"A2\",r=\"2\"",
    "t=\"s\",t=\"zzz\"",
    "<v>0<,<v>99999<",
    "<v>0<,<v>-1<",
    "<sheetData>,<sheetData><row r=\"x\">",
  })
  void saysThatAnImpossibleCellIsDamage(String old, String replacement) throws Exception {
    Path file = withText(SHEET, old, replacement);
    assertThat(catchThrowable(() -> Readers.reader().read(file)))
        .isInstanceOf(MalformedRoster.class);
  }

  @Test
  void expandsNoEntities() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    Path file =
        withText(
            "xl/sharedStrings.xml",
            "<sst",
            "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
                + "<!ENTITY x SYSTEM \""
                + secret.toUri()
                + "\">]><sst");
    Throwable failure = catchThrowable(() -> Readers.reader().read(file));
    assertThat(failure == null || failure instanceof MalformedRoster).isTrue();
  }

  @Test
  void endsInARosterOrAReasonWhateverBytesChange() throws Exception {
    Random random = new Random(29500);
    String[] parts = {SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"};
    for (int round = 0; round < 400; round++) {
      Path file =
          with(
              parts[round % parts.length],
              content -> {
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                  content[random.nextInt(content.length)] = (byte) (32 + random.nextInt(96));
                }
                return content;
              });
      Throwable failure = catchThrowable(() -> Readers.reader().read(file));
      if (failure != null) {
        assertThat(failure).isInstanceOf(MalformedRoster.class);
      }
    }
  }
}
