package cn.zhixin.issuance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.issuance.FieldDifference;
import cn.zhixin.issuance.InvalidCopy;
import cn.zhixin.issuance.Rosters;
import cn.zhixin.issuance.RowCertificate;
import cn.zhixin.issuance.RowResult;
import cn.zhixin.issuance.roster.Roster;
import cn.zhixin.issuance.roster.RosterColumn;
import cn.zhixin.issuance.roster.RosterReader;
import cn.zhixin.verification.PublicSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterCopiesTests {
  private static final RowCertificate CERTIFICATE =
      new RowCertificate(PublicSite.VALID, "3710 2026 1 000017", CertificateState.VALID);

  @TempDir private Path folder;
  private Path original;
  private RosterReader reader;

  @BeforeEach
  void writeRoster() throws Exception {
    original = Rosters.write(folder.resolve("spring.csv"), 2, 7);
    reader = new RosterReader(CatalogueFiles.bundled().catalogue(), Clock.systemUTC());
  }

  private List<RowResult> rows(Roster roster) {
    return List.of(
        new RowResult(
            roster.rows().get(0).sheetRow(), RowResult.Kind.ISSUED, CERTIFICATE, List.of()),
        new RowResult(
            roster.rows().get(1).sheetRow(),
            RowResult.Kind.DIFFERENT,
            CERTIFICATE,
            List.of(new FieldDifference(RosterColumn.NAME, "丛培源", "丛培元"))));
  }

  private static String text(Path workbook) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile())) {
      return book.getFirstSheet().read().stream()
          .flatMap(row -> row.stream())
          .filter(cell -> cell != null)
          .map(cell -> cell.getText())
          .collect(Collectors.joining("|"));
    }
  }

  @Test
  void saysWhoHasWhichCertificate() throws Exception {
    Roster roster = reader.read(original);
    RosterCopies copies = new RosterCopies(original, folder, Texts.in("zh"));
    Path results = copies.writeResults(roster, rows(roster), List.of());
    assertThat(results).hasFileName("spring-results.xlsx");
    assertThat(text(results))
        .contains("证件号码", "签发结果", "证书编号", "查验码", "已签发", PublicSite.VALID.grouped())
        .contains("上的姓名是“丛培元”，与名单上的“丛培源”不同；更正请用 certificate correct");
  }

  @Test
  void speaksEnglishAndCanBeBroughtAgain() throws Exception {
    Roster roster = reader.read(original);
    RosterCopies copies = new RosterCopies(original, folder, Texts.in("en"));
    Path marked = copies.writeMarked(roster, rows(roster), List.of());
    assertThat(text(marked)).contains("What to mend", "Certificate number", "issued");

    Roster again = reader.read(marked);
    assertThat(again.rejected()).isEmpty();
    RosterCopies second = new RosterCopies(marked, folder, Texts.in("zh"));
    assertThat(second.writeMarked(again, rows(again), List.of())).isEqualTo(marked);
    assertThat(text(marked)).contains("问题与处理").doesNotContain("What to mend");
  }

  @Test
  void namesThePdfThatLostItsValidityBesideItsRow() throws Exception {
    Roster roster = reader.read(original);
    InvalidCopy replaced =
        new InvalidCopy(
            new RowCertificate(
                new VerificationCode("0000000000000000"),
                "3710 2026 1 000009",
                CertificateState.SUPERSEDED),
            PublicSite.VALID,
            Path.of("out", "not-valid", "371020261000009.pdf"),
            InvalidCopy.End.MOVED);
    RosterCopies chinese = new RosterCopies(original, folder, Texts.in("zh"));
    assertThat(text(chinese.writeResults(roster, rows(roster), List.of(replaced))))
        .contains("证书 3710 2026 1 000009", "out/not-valid/371020261000009.pdf，不要再发给持证人");
    RosterCopies english = new RosterCopies(original, folder, Texts.in("en"));
    assertThat(text(english.writeResults(roster, rows(roster), List.of(replaced))))
        .contains("issued\nCertificate 3710 2026 1 000009", "do not hand it out");
  }

  @Test
  void removesTheFaultsOfAnEarlierRunButNotWhatWasBrought() throws Exception {
    Path stale = Files.writeString(folder.resolve("spring-marked.xlsx"), "stale");
    new RosterCopies(stale, folder, Texts.in("zh")).removeMarked();
    assertThat(stale).exists();
    new RosterCopies(original, folder, Texts.in("zh")).removeMarked();
    assertThat(stale).doesNotExist();
  }
}
