package cn.zhixin.verification.offline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.PublicSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindCommandTests {
  private static final String KEY = EnteredCertificates.LEDGER.key().vkey();

  private final Certificate certificate = CertificateFixture.registered(PublicSite.VALID, "丛培元");
  private final StringWriter printed = new StringWriter();
  @TempDir private Path folder;
  private Path file = Path.of("");
  private Path ledger = Path.of("");

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("证书.pdf");
    ledger = folder.resolve("ledger");
    Files.write(file, new IssuedFiles().file(certificate).toArray());
  }

  private void publish(Certificate entered, Map<Long, LeafKind> later) throws Exception {
    List<CheckpointSigner> signers = List.of(EnteredCertificates.LEDGER);
    EnteredCertificates.ledger(entered, CertificateFixture.ISSUED_AT, later, signers).write(ledger);
  }

  private int run(Object... arguments) {
    CommandLine command = new CommandLine(new FindCommand());
    command.setOut(new PrintWriter(printed));
    command.setErr(new PrintWriter(printed));
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return command.execute(texts);
  }

  @Test
  void findsACertificateThatNothingHappenedTo() throws Exception {
    publish(certificate, Map.of());
    assertThat(run(file, ledger, "--ledger", KEY, "--lang", "en")).isZero();
    assertThat(printed.toString())
        .contains("entry 1,234, entered on", "1,300 entries", "Nothing was entered");
  }

  @Test
  void listsWhatHappenedSince() throws Exception {
    publish(
        certificate,
        Map.of(1250L, LeafKind.SUSPENDED, 1260L, LeafKind.RESUMED, 1299L, LeafKind.REVOKED));
    assertThat(run(file, ledger, "--ledger", KEY, "--lang", "zh")).isZero();
    assertThat(printed.toString())
        .containsSubsequence(
            "按账本已撤销，不再有效", "第 1,234 号", "暂停", "第 1,250 号", "恢复", "撤销", "第 1,299 号");

    printed.getBuffer().setLength(0);
    assertThat(run(file, ledger, "--ledger", KEY, "--json")).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(printed.toString());
    assertThat(report.path("outcome").asString()).isEqualTo("found");
    assertThat(report.path("ledgerEntry").asLong()).isEqualTo(1234);
    assertThat(report.path("lastKind").asString()).isEqualTo("REVOKED");
    assertThat(report.path("later").get(2).path("kind").asString()).isEqualTo("REVOKED");
    assertThat(report.path("later").get(2).path("ledgerEntry").asLong()).isEqualTo(1299);
  }

  @Test
  void endsWith1IfTheLedgerHasAnotherEntryThere() throws Exception {
    publish(CertificateFixture.registered(PublicSite.VALID, "丛培兀"), Map.of());
    assertThat(run(file, ledger, "--ledger", KEY, "--lang", "en")).isEqualTo(1);
    assertThat(printed.toString()).contains("Not in ledger " + EnteredCertificates.NAME);
  }

  @Test
  void endsWith1IfTheLedgerIsWrong() throws Exception {
    publish(certificate, Map.of());
    Path bundle = ledger.resolve("tile/entries/004");
    byte[] changed = Files.readAllBytes(bundle);
    changed[changed.length - 1] ^= 1;
    Files.write(bundle, changed);
    assertThat(run(file, ledger, "--ledger", KEY, "--lang", "en")).isEqualTo(1);
    assertThat(printed.toString()).contains("The ledger is not to be relied on", "UNFOUNDED");
  }

  @Test
  void endsWith1IfTheEventsContradictEachOther() throws Exception {
    publish(certificate, Map.of(1250L, LeafKind.REVOKED, 1260L, LeafKind.RESUMED));
    assertThat(run(file, ledger, "--ledger", KEY, "--lang", "en")).isEqualTo(1);
    assertThat(printed.toString()).contains("contradict each other", "IMPOSSIBLE_EVENTS");
  }

  @Test
  void firstLineTellsASuspension() throws Exception {
    publish(certificate, Map.of(1250L, LeafKind.SUSPENDED));
    assertThat(run(file, ledger, "--ledger", KEY, "--lang", "en")).isZero();
    assertThat(printed.toString().lines().toList().get(1)).contains("and by it suspended");
  }

  @Test
  void firstLineTellsNothingOfASuspensionThatEnded() throws Exception {
    publish(certificate, Map.of(1250L, LeafKind.SUSPENDED, 1260L, LeafKind.RESUMED));
    assertThat(run(file, ledger, "--ledger", KEY, "--lang", "en")).isZero();
    assertThat(printed.toString().lines().toList().get(1)).doesNotContain("and by it");
  }

  @Test
  void endsWith1IfTheFileIsNoCertificate() throws Exception {
    publish(certificate, Map.of());
    Path text = Files.writeString(folder.resolve("roster.csv"), "姓名,职称\n");
    assertThat(run(text, ledger, "--ledger", KEY, "--lang", "en")).isEqualTo(1);
    assertThat(printed.toString()).contains("Not to be relied on", "NOT_A_PDF");
  }

  @Test
  void endsWith2IfItCannotTell() throws Exception {
    assertThat(run(file, ledger, "--ledger", KEY, "--lang", "en")).isEqualTo(2);
    assertThat(printed.toString()).contains("There is no checkpoint here.");
    publish(certificate, Map.of());
    String other =
        CheckpointSigner.log("other.example/ledger", EnteredCertificates.newKey()).key().vkey();
    assertThat(run(file, ledger, "--ledger", other, "--lang", "en")).isEqualTo(2);
    assertThat(printed.toString()).contains("UNKNOWN_LEDGER");
    assertThat(run(file, ledger)).isEqualTo(2);
    assertThat(run(folder.resolve("missing.pdf"), ledger, "--ledger", KEY)).isEqualTo(2);
    assertThat(run(file, "http://:bad", "--ledger", KEY)).isEqualTo(2);
  }
}
