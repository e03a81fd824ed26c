package cn.zhixin.verification.offline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.PublicSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTests {
  private static final String ROOT = "keys-sample/root.cer.pem";
  private static final String SIGNER = "keys-sample/committee.cer.pem";

  private static final String LEDGER = EnteredCertificates.LEDGER.key().vkey();
  private static final String WITNESS = EnteredCertificates.WITNESS.key().vkey();

  private final Certificate certificate = CertificateFixture.registered(PublicSite.VALID, "丛培元");
  private final String qr = IssuedFiles.qr(certificate).text();
  private final StringWriter printed = new StringWriter();
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("证书.pdf");
    Files.write(file, new IssuedFiles().file(certificate).toArray());
  }

  /** What is printed beside the answers goes there too, but how far it is: no time passes. */
  private int run(Object... arguments) {
    return run(new VerifyCommand(() -> Instant.EPOCH), printed, arguments);
  }

  private int run(VerifyCommand verify, StringWriter told, Object... arguments) {
    CommandLine command = new CommandLine(verify);
    command.setOut(new PrintWriter(printed));
    command.setErr(new PrintWriter(told));
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return command.execute(texts);
  }

  @Test
  void endsWith0IfAllAreGenuine() {
    assertThat(run(file, qr, "--trust", ROOT, "--trust", SIGNER, "--lang", "zh")).isZero();
    assertThat(printed.toString()).contains("真实", "丛培元", "高级工程师", "未联网，撤销状态未知", "PAdES B-B");
  }

  @Test
  void endsWith1IfAnyIsNot() throws Exception {
    byte[] changed = Files.readAllBytes(file);
    changed[changed.length / 2] ^= 1;
    Path forged = Files.write(folder.resolve("forged.pdf"), changed);
    assertThat(run(file, forged, "--trust", ROOT, "--lang", "en")).isEqualTo(1);
    assertThat(printed.toString()).contains("Genuine", "Not to be relied on");
  }

  @Test
  void endsWith2IfItCannotTell() {
    assertThat(run(file, "--lang", "zh")).isEqualTo(2);
    assertThat(printed.toString()).contains("无法判断", "--trust").doesNotContain("丛培元");
    assertThat(run(folder.resolve("missing.pdf"), "--trust", ROOT)).isEqualTo(2);
    assertThat(run(file, "--trust", file)).isEqualTo(2);
  }

  /** The stamp's root is asked for, by the authority's name and the option's. */
  @Test
  void namesTheAuthorityOfTimeStampsThatIsNotTrusted() throws Exception {
    String authority = "CN=职信演示时间戳 Zhixin DEMO Time Stamp,O=Zhixin DEMO 演示专用,C=CN";
    try (StampedFiles stamped = new StampedFiles()) {
      Path file = folder.resolve("stamped.pdf");
      Files.write(file, stamped.file(certificate).toArray());
      assertThat(run(file, "--trust", SIGNER, "--lang", "zh")).isEqualTo(2);
      assertThat(printed.toString())
          .contains(
              "时间戳的签发机构不在所信任的机构之下",
              "(UNKNOWN_TIME_STAMP_AUTHORITY)",
              "\n  时间戳机构自称：" + authority + "\n",
              "\nUNKNOWN_TIME_STAMP_AUTHORITY：请向时间戳机构或发证机关索取",
              "用一个 --trust 指明");
      printed.getBuffer().setLength(0);
      assertThat(run(file, file, "--trust", SIGNER, "--lang", "en", "--brief")).isEqualTo(2);
      String line =
          file
              + "  Cannot tell  No trusted authority stands above the time stamp, so it cannot be told whether it is"
              + " the one that was issued (UNKNOWN_TIME_STAMP_AUTHORITY)  "
              + authority;
      assertThat(printed.toString().lines())
          .startsWith(line, line)
          .last()
          .asString()
          .startsWith("UNKNOWN_TIME_STAMP_AUTHORITY: get the root")
          .endsWith("name it with another --trust");
      printed.getBuffer().setLength(0);
      run(file, "--trust", SIGNER, "--json");
      JsonNode report = JsonMapper.shared().readTree(printed.toString()).get(0);
      assertThat(report.path("timeStampAuthority").asString()).isEqualTo(authority);
      assertThat(run(file, "--trust", SIGNER, "--trust", ROOT)).isZero();
      assertThat(run(file, "--trust", SIGNER, "--trust", "keys-sample/time-stamp.cer.pem"))
          .isZero();
    }
  }

  @Test
  void itsHelpNamesTheRootOfTimeStamps() {
    assertThat(run("--help")).isZero();
    assertThat(printed.toString().replaceAll("\\s+", " "))
        .contains(
            "时间戳机构的根证书", "the root of the time stamps' authority", "the reason with its code");
  }

  @Test
  void aFolderStandsForAllPdfsBelowIt() throws Exception {
    byte[] genuine = Files.readAllBytes(file);
    Path below = Files.createDirectories(folder.resolve("2025").resolve("十一月"));
    for (int i = 0; i < 150; i++) {
      Files.write(below.resolve("%03d.PDF".formatted(i)), genuine);
    }
    Files.writeString(below.resolve("readme.txt"), "not looked at");
    assertThat(run(folder, "--trust", ROOT, "--lang", "en", "--brief")).isZero();
    List<String> lines = printed.toString().lines().toList();
    assertThat(lines.subList(0, 151))
        .isSorted()
        .allMatch(line -> line.contains(".pdf  Genuine") || line.contains(".PDF  Genuine"));
    assertThat(lines)
        .contains("151 in all: genuine 151, not to be relied on 0, cannot tell 0")
        .anyMatch(line -> line.startsWith("Offline: whether a certificate was revoked since"));

    Files.write(below.resolve("077.PDF"), "%PDF-1.7 forged".getBytes(StandardCharsets.UTF_8));
    assertThat(run(folder, "--trust", ROOT, "--lang", "en", "--brief")).isEqualTo(1);
    assertThat(printed.toString()).contains("151 in all: genuine 150, not to be relied on 1");
  }

  @Test
  void saysHowFarItIsBesideTheAnswersOnceItTakesLongerThanASecond() throws Exception {
    byte[] genuine = Files.readAllBytes(file);
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 40; i++) {
      Files.write(many.resolve(i + ".pdf"), genuine);
    }
    // asked at the start and at each tenth part: 400 ms from one to the next
    AtomicInteger asked = new AtomicInteger();
    InstantSource clock = () -> Instant.EPOCH.plusMillis(400L * asked.getAndIncrement());
    StringWriter told = new StringWriter();
    int exit =
        run(new VerifyCommand(clock), told, many, "--trust", ROOT, "--brief", "--lang", "en");
    assertThat(exit).isZero();
    assertThat(told.toString().lines())
        .containsExactly(
            "12 of 40 verified (10 a second)",
            "16 of 40 verified (10 a second)",
            "20 of 40 verified (10 a second)",
            "24 of 40 verified (10 a second)",
            "28 of 40 verified (10 a second)",
            "32 of 40 verified (10 a second)",
            "36 of 40 verified (10 a second)");
    assertThat(printed.toString()).doesNotContain("verified (").contains("40 in all: genuine 40");
  }

  @Test
  void saysNothingOfHowFarItIsInAMoment() throws Exception {
    StringWriter told = new StringWriter();
    InstantSource stopped = () -> Instant.EPOCH;
    assertThat(run(new VerifyCommand(stopped), told, file, file, "--trust", ROOT)).isZero();
    assertThat(told.toString()).isEmpty();
  }

  @Test
  void aFolderWithoutPdfsIsSaidToBeOne() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(run(empty, "--trust", ROOT, "--lang", "zh")).isEqualTo(2);
    assertThat(printed.toString()).contains("文件夹里没有 PDF", "EMPTY_FOLDER");
  }

  @Test
  void saysHowToCheckTheLedgersSignature() {
    assertThat(run(file, "--trust", ROOT, "--lang", "en")).isZero();
    assertThat(printed.toString())
        .contains(
            "Ledger zc.example.cn/ledger: entry 1,234, entered on",
            "The ledger’s signature was not checked",
            "give its key (vkey, or a file of it) with --ledger");
  }

  @Test
  void namesLedgerAndWitnessesThatSigned() throws Exception {
    Path key = Files.writeString(folder.resolve("ledger.vkey"), LEDGER + "\n");
    assertThat(run(file, "--trust", ROOT, "--ledger", key, "--witness", WITNESS, "--lang", "zh"))
        .isZero();
    assertThat(printed.toString())
        .contains("第 1,234 号", "（北京时间）记入", "账本的签名有效，见证人 witness.example 也已签名")
        .doesNotContain("未核对");
    assertThat(run(qr, "--trust", SIGNER, "--ledger", LEDGER, "--lang", "zh")).isZero();
    assertThat(printed.toString()).contains("二维码内容不带账本证明");
  }

  @Test
  void endsWith2ForALedgerThatItDoesNotKnow() {
    assertThat(run(file, "--trust", ROOT, "--ledger", WITNESS, "--lang", "en")).isEqualTo(2);
    assertThat(printed.toString()).contains("UNKNOWN_LEDGER");
  }

  @Test
  void refusesOptionsThatNameNoLedger() {
    assertThat(run(file, "--trust", ROOT, "--ledger", "no+such+key", "--lang", "en")).isEqualTo(2);
    assertThat(printed.toString()).contains("Neither a verifier key nor a file of one");
    assertThat(run(file, "--trust", ROOT, "--witness", WITNESS, "--lang", "en")).isEqualTo(2);
    assertThat(printed.toString()).contains("need --ledger").doesNotContain("丛培元");
    assertThat(run(file, "--ledger", LEDGER, "--quorum", "1", "--lang", "en")).isEqualTo(2);
    assertThat(printed.toString()).contains("--quorum are wrong");
  }

  @Test
  void saysWhatIsWrongWithTheTrustedCertificate() {
    assertThat(run(file, "--trust", folder.resolve("none.pem"))).isEqualTo(2);
    assertThat(printed.toString()).contains("--trust 所指的文件不存在").doesNotContain("不是证书");
    Path key = Path.of("keys-sample/witness.key.pem");
    assertThat(run(file, "--trust", key)).isEqualTo(2);
    assertThat(printed.toString()).contains("--trust 所指的文件不是证书：" + key + "\n");
    assertThat(run(file, "--trust", ROOT, "--lang", "fr")).isEqualTo(2);
    assertThat(printed.toString()).contains("只有 zh 与 en");
  }

  @Test
  void saysThatAQrNeedsTheCertificateThatSignedIt() {
    assertThat(run(qr, "--trust", ROOT)).isEqualTo(2);
    assertThat(printed.toString())
        .contains("无法判断 (UNKNOWN_KEY)", "只有根证书不够", "keys-sample/committee.cer.pem");
  }

  /** A copied credential is genuine behind any host and any code. */
  @Test
  void leadsNobodyToAnAddressThatNothingSigned() {
    String swapped = "http://evil.example/v/" + PublicSite.REVOKED + qr.substring(qr.indexOf('#'));
    assertThat(run(swapped, "--trust", SIGNER, "--lang", "zh")).isZero();
    String lines = printed.toString().substring(printed.toString().indexOf('\n'));
    assertThat(lines)
        .contains("网址和查验码不在签名之内", "evil.example", "输入证书上印的查验码")
        .doesNotContain("http:", PublicSite.REVOKED.value());
    assertThat(run(swapped, "--trust", SIGNER, "--lang", "en", "--brief")).isZero();
    assertThat(printed.toString())
        .contains("(not signed): evil.example", "are not signed and may have been swapped")
        .doesNotContain("scan its QR code");
  }

  @Test
  void marksTheAddressOfAQrAsUnsignedForPrograms() {
    assertThat(run(qr, "--trust", SIGNER, "--json")).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(printed.toString()).get(0);
    assertThat(report.has("page")).isFalse();
    assertThat(report.path("unsigned").path("code").asString()).isEqualTo(PublicSite.VALID.value());
    assertThat(report.path("unsigned").path("host").asString())
        .isEqualTo(URI.create(IssuedFiles.ADDRESS).getAuthority());
  }

  @Test
  void takesNoQrWhoseHostHidesBehindAUser() {
    String hidden = "http://localhost:8080@evil.example/v/" + PublicSite.VALID;
    assertThat(run(hidden + qr.substring(qr.indexOf('#')), "--trust", SIGNER)).isEqualTo(1);
    assertThat(printed.toString()).contains("NOT_A_CERTIFICATE_QR");
  }

  @Test
  void saysTimesAsTheClockInBeijingShowsThem() {
    run(file, "--trust", ROOT);
    assertThat(printed.toString())
        .containsPattern("有效期至 \\d{4}年\\d+月\\d+日 [0-9:]{8} 北京时间")
        .contains("PAdES B-B，没有时间戳");
  }

  @Test
  void printsJson() {
    assertThat(run(file, "--trust", ROOT, "--json", "--lang", "en")).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(printed.toString()).get(0);
    assertThat(report.path("outcome").asString()).isEqualTo("genuine");
    assertThat(report.path("holderName").asString()).isEqualTo("丛培元");
    assertThat(report.path("title").asString()).isEqualTo("Senior engineer");
    assertThat(report.path("status").asString()).isEqualTo("UNKNOWN");
    assertThat(report.path("ledger").asString()).isEqualTo("zc.example.cn/ledger");
    assertThat(report.path("ledgerEntry").asLong()).isEqualTo(1234);
    assertThat(report.path("ledgerSignature").asString()).isEqualTo("NOT_CHECKED");
  }
}
