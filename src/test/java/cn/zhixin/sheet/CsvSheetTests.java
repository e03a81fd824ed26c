package cn.zhixin.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhixin.encoding.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTests {
  private static final Charset GB_18030 = Charset.forName("GB18030");
  private static final SheetLimits LIMITS = new SheetLimits(1 << 20, 1 << 24, 1_000, 5);

  private static List<SheetRow> rows(byte[] content) throws Exception {
    List<SheetRow> rows = new ArrayList<>();
    for (Sheet sheet : SheetFile.open(Bytes.wrap(content), LIMITS, row -> row.cells().size() - 1)) {
      sheet.visit(rows::add);
    }
    return rows;
  }

  private static List<String> texts(String text) throws Exception {
    return texts(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code row:a|b} for each row. */
  private static List<String> texts(byte[] content) throws Exception {
    return rows(content).stream()
        .map(
            row ->
                row.number()
                    + ":"
                    + String.join("|", row.cells().stream().map(Cell::text).toList()))
        .toList();
  }

  private static MalformedSheet failure(byte[] content) {
    return catchThrowableOfType(MalformedSheet.class, () -> rows(content));
  }

  private static MalformedSheet failure(String text) {
    return failure(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16"})
  void findsTheEncoding(String charset) throws Exception {
    // the mark of UTF-16 is written by its encoder
    assertThat(texts("姓名,编号\n李华,1".getBytes(Charset.forName(charset))))
        .containsExactly("1:姓名|编号", "2:李华|1");
  }

  @Test
  void leavesAByteOrderMarkOut() throws Exception {
    assertThat(texts("\uFEFF姓名,编号")).containsExactly("1:姓名|编号");
    byte[] wide = "\uFEFF姓名,编号".getBytes(StandardCharsets.UTF_16LE);
    assertThat(texts(wide)).containsExactly("1:姓名|编号");
  }

  @Test
  void keepsCharactersOutsideTheBasicPlaneInEveryEncoding() throws Exception {
    for (Charset charset : List.of(StandardCharsets.UTF_8, GB_18030, StandardCharsets.UTF_16)) {
      assertThat(texts("𬭎,㐂".getBytes(charset))).as(charset.name()).containsExactly("1:𬭎|㐂");
    }
  }

  @Test
  void takesBytesThatAreRightInBothEncodingsForUtf8() throws Exception {
    byte[] both = "中国".getBytes(StandardCharsets.UTF_8);
    assertThat(GB_18030.newDecoder().decode(ByteBuffer.wrap(both)).toString()).isNotEqualTo("中国");
    assertThat(texts(both)).containsExactly("1:中国");
  }

  @Test
  void decodesTheLastByteStrictlyToo() {
    byte[] cut = {'a', ',', (byte) 0xC0};
    assertThat(failure(cut).fault()).isEqualTo(SheetFault.NOT_A_TABLE);
    assertThat(failure(new byte[] {'a', 0, 'b', 0}).fault()).isEqualTo(SheetFault.NOT_A_TABLE);
  }

  @Test
  void readsQuotesLineEndsAndEmptyCells() throws Exception {
    assertThat(texts("a,\"b,\"\"c\"\"\n d\",\r\n,,\r\"\",x\ne"))
        .containsExactly("1:a|b,\"c\"\n d|", "2:||", "3:|x", "4:e");
  }

  @Test
  void readsAcrossTheEdgeOfWhatIsHeld() throws Exception {
    for (int length = 8_180; length < 8_200; length++) {
      String cell = "长".repeat(length);
      assertThat(texts("\"" + cell + "\"\"\",b\r\nc")).containsExactly("1:" + cell + "\"|b", "2:c");
    }
  }

  @Test
  void saysInWhichRowAQuoteBegins() {
    MalformedSheet open = failure("a\nb\n\"c\nd\n");
    assertThat(open.fault()).isEqualTo(SheetFault.UNCLOSED_QUOTE);
    assertThat(open.found()).containsExactly(3);
    MalformedSheet endless = failure("a\n\"" + "x\n".repeat(100_000) + "\"");
    assertThat(endless.fault()).isEqualTo(SheetFault.UNCLOSED_QUOTE);
    assertThat(endless.found()).containsExactly(2);
  }

  @Test
  void boundsColumnsCellsAndTheFile() {
    assertThat(failure("a,b,c,d,e,f").fault()).isEqualTo(SheetFault.TOO_MANY_COLUMNS);
    assertThat(failure("x".repeat(40_000)).fault()).isEqualTo(SheetFault.NOT_A_TABLE);
    assertThat(failure("x\n".repeat(1 << 19) + "x").fault()).isEqualTo(SheetFault.TOO_LARGE);
  }

  @Test
  void takesWhatReachesABoundAndNotMore() throws Exception {
    assertThat(texts("a,b,c,d,e")).containsExactly("1:a|b|c|d|e");
    String longest = "x".repeat(32_767);
    assertThat(texts(longest)).containsExactly("1:" + longest);
    assertThat(failure(longest + "x").fault()).isEqualTo(SheetFault.NOT_A_TABLE);
    assertThat(texts('"' + longest + '"')).containsExactly("1:" + longest);
    assertThat(failure('"' + longest + "x\"").fault()).isEqualTo(SheetFault.UNCLOSED_QUOTE);
    assertThat(rows("x\n".repeat(1 << 19).getBytes(StandardCharsets.UTF_8))).hasSize(1 << 19);
  }

  @Test
  void looksForHeadingsInTheFirstFiftyRowsOnly() throws Exception {
    // as a comma would divide it, unless a row near the top looks more like headings otherwise
    String heading = "c;d;e\n";
    assertThat(texts("x\n".repeat(49) + heading)).last().isEqualTo("50:c|d|e");
    assertThat(texts("x\n".repeat(50) + heading)).last().isEqualTo("51:c;d;e");
  }

  @Test
  void takesTheFirstOfTwoSeparatorsThatDoAsWell() throws Exception {
    assertThat(texts("a,b;c")).containsExactly("1:a|b;c");
  }

  @Test
  void readsFromAFolderWhatItReadsFromMemory(@TempDir Path folder) throws Exception {
    String text = "姓名;编号\n李华;1\n";
    Path file = Files.writeString(folder.resolve("a.csv"), text);
    List<SheetRow> rows = new ArrayList<>();
    SheetFile.open(file, LIMITS, row -> row.cells().size() - 1).get(0).visit(rows::add);
    assertThat(rows).isEqualTo(rows(text.getBytes(StandardCharsets.UTF_8))).hasSize(2);
  }

  @Test
  void stopsWhenTheVisitorHasSeenEnough() throws Exception {
    List<Integer> seen = new ArrayList<>();
    SheetFile.open(Bytes.ofUtf8("a\nb\nc"), LIMITS, row -> 1)
        .get(0)
        .visit(
            row -> {
              seen.add(row.number());
              return row.number() < 2;
            });
    assertThat(seen).containsExactly(1, 2);
  }
}
