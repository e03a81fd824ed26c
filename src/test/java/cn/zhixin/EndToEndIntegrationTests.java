package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.document.reading.CertificatePdf;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.issuance.Rosters;
import cn.zhixin.signing.CmsOutcome;
import cn.zhixin.signing.CmsVerifier;
import cn.zhixin.signing.TrustAnchors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service as a first run makes it, and commands beside it on the same data. */
class EndToEndIntegrationTests {
  private static final int REPEATS = 50;

  @TempDir private static Path folder;
  private static Program program;
  private static RunningService service;

  @BeforeAll
  static void serve() throws Exception {
    program = new Program(folder.resolve("home"));
    service = RunningService.start(program, folder.resolve("serve.log"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    service.close();
  }

  @Test
  void theDemoCertificateIsValidOnItsPageAndItsFileIsGenuine() throws Exception {
    assertShows("VALID", service.firstCode());
    Bytes file = Bytes.wrap(Files.readAllBytes(service.firstFile()));
    CertificatePdf certificate = (CertificatePdf) new CertificatePdfReader().read(file);

    assertThat(certificate.qrText()).contains("/v/" + service.firstCode());
    Path root = Path.of("keys-sample", "root.cer.pem");
    assertThat(
            new CmsVerifier(TrustAnchors.read(List.of(root)))
                .verify(certificate.cms(), certificate.signedRanges(), Instant.now()))
        .isInstanceOf(CmsOutcome.Passed.class);
  }

  @Test
  void aRevocationIsSeenByEveryRequestOnceTheCommandHasReturned() throws Exception {
    String code = issued(1);
    assertShows("VALID", code);

    assertThat(change("revoke", code).exitCode()).isZero();

    for (int request = 0; request < REPEATS; request++) {
      assertShows("REVOKED", code);
    }
    Program.Result again = change("revoke", code);
    assertThat(again.exitCode()).isZero();
    assertThat(again.output()).contains("此前已撤销，未作改动");
    Program.Result resumed = change("resume", code);
    assertThat(resumed.exitCode()).isEqualTo(1);
    assertThat(resumed.output()).contains("不能恢复").doesNotContain("\tat ");
    assertShows("REVOKED", code);
  }

  @Test
  void theCopyOfARevokedCertificateIsMovedWhenItsRosterIsBroughtAgain() throws Exception {
    String code = issued(7);
    assertThat(change("revoke", code).exitCode()).isZero();
    Path out = folder.resolve("out");

    Program.Result again =
        program.run("issue", folder.resolve("roster-7.csv").toString(), "--out", out.toString());

    assertThat(again.exitCode()).isEqualTo(1);
    try (var moved = Files.list(out.resolve("not-valid"))) {
      Path copy = moved.reduce((one, other) -> other).orElseThrow();
      assertThat(again.output()).contains("现为“已撤销”，其 PDF 已移到 " + copy);
      assertThat(out.resolve(copy.getFileName())).doesNotExist();
    }
  }

  @Test
  void aSuspendedCertificateIsValidAgainWhenResumedAndGoneWhenCancelled() throws Exception {
    String code = issued(2);
    assertThat(change("suspend", code).exitCode()).isZero();
    assertShows("SUSPENDED", code);
    assertThat(change("resume", code).exitCode()).isZero();
    assertShows("VALID", code);
    assertThat(change("cancel", code).exitCode()).isZero();
    assertShows("CANCELLED", code);
  }

  @Test
  void aCorrectionLeadsFromTheOldCertificateToTheNew() throws Exception {
    String old = issued(3);

    Program.Result corrected = change("correct", old, "--employer", "威海市蓝湾船舶设计研究院");

    assertThat(corrected.exitCode()).as(corrected.output()).isZero();
    String renewed = service.answer(old).successor().replace("-", "");
    assertThat(renewed).hasSize(16).isNotEqualTo(old);
    assertShows("SUPERSEDED", old);
    assertThat(service.page(old).body()).contains("href=\"" + renewed);
    assertShows("VALID", renewed);
    assertThat(change("correct", old, "--employer", "乳山市").exitCode()).isEqualTo(1);
  }

  @Test
  void tellsAMistypedCodeFromAnUnknownOne() throws Exception {
    String code = service.firstCode();
    String mistyped = (code.charAt(0) == 'A' ? 'B' : 'A') + code.substring(1);

    assertThat(service.answer(mistyped).verdict()).isEqualTo("urn:zhixin:problem:mistyped-code");
    assertThat(service.answer("0000000000000000").verdict()).isEqualTo("NOT_FOUND");
    assertThat(service.page("0000000000000000").statusCode()).isEqualTo(404);
    Program.Result unknown = change("revoke", "0000000000000000");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.output()).contains("没有查验码").doesNotContain("\tat ");
  }

  @Test
  void badInputGetsASentenceAndNoStackTrace() throws Exception {
    for (String path :
        List.of(
            "/v/%00", "/v/%F0%9D%92%9C", "/v/" + "A".repeat(3000), "/v/..%2f..%2fetc", "/nope")) {
      var page = service.get(path, "text/html");
      assertThat(page.statusCode()).as(path).isBetween(400, 499);
      assertThat(page.body()).as(path).doesNotContain("java.", "\tat ", "Exception");
    }
    Path notARoster = Files.writeString(folder.resolve("letter.csv"), "尊敬的领导：\n");
    Program.Result refused =
        program.run("issue", notARoster.toString(), "--out", folder.toString());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.output()).contains("名单无法读取").doesNotContain("\tat ");
    assertThat(service.log()).doesNotContain("\tat ", " ERROR ");
  }

  /** Issued by a command while the service runs. */
  private static String issued(long seed) throws Exception {
    Path roster = Rosters.write(folder.resolve("roster-" + seed + ".csv"), 1, seed);
    Program.Result result =
        program.run("issue", roster.toString(), "--out", folder.resolve("out").toString());
    assertThat(result.exitCode()).as(result.output()).isZero();
    Matcher page = Pattern.compile("/v/([0-9A-Z]{16})").matcher(result.output());
    assertThat(page.find()).as(result.output()).isTrue();
    return page.group(1);
  }

  private static Program.Result change(String verb, String code, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("certificate", verb, code));
    arguments.addAll(List.of("--reason", "复核", "--ground", "威人社发〔2026〕3号"));
    arguments.addAll(List.of(more));
    return program.run(arguments.toArray(String[]::new));
  }

  private static void assertShows(String verdict, String code) throws Exception {
    assertThat(service.answer(code)).extracting("status", "verdict").containsExactly(200, verdict);
    assertThat(service.page(code).body()).contains("id=\"verdict\" class=\"" + verdict);
  }
}
