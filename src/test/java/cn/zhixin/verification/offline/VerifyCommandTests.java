package cn.zhixin.verification.offline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.PublicSite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTests {
  private static final String ROOT = "keys-sample/root.cer.pem";
  private static final String SIGNER = "keys-sample/committee.cer.pem";

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

  private int run(Object... arguments) {
    CommandLine command = new CommandLine(new VerifyCommand());
    command.setOut(new PrintWriter(printed));
    command.setErr(new PrintWriter(printed));
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

  @Test
  void saysWhatIsWrongWithTheTrustedCertificate() {
    assertThat(run(file, "--trust", folder.resolve("none.pem"))).isEqualTo(2);
    assertThat(printed.toString()).contains("--trust 所指的文件不存在").doesNotContain("不是证书");
    assertThat(run(file, "--trust", ROOT, "--lang", "fr")).isEqualTo(2);
    assertThat(printed.toString()).contains("只有 zh 与 en");
  }

  @Test
  void saysThatAQrNeedsTheCertificateThatSignedIt() {
    assertThat(run(qr, "--trust", ROOT)).isEqualTo(2);
    assertThat(printed.toString())
        .contains("无法判断 (UNKNOWN_KEY)", "只有根证书不够", "keys-sample/committee.cer.pem");
  }

  @Test
  void saysTimesAsTheClockInBeijingShowsThem() {
    run(file, "--trust", ROOT);
    assertThat(printed.toString()).containsPattern("PAdES B-B，\\d{4}年\\d+月\\d+日 [0-9:]{8} 北京时间");
  }

  @Test
  void printsJson() {
    assertThat(run(file, "--trust", ROOT, "--json", "--lang", "en")).isZero();
    JsonNode report = JsonMapper.builder().build().readTree(printed.toString()).get(0);
    assertThat(report.path("outcome").asString()).isEqualTo("genuine");
    assertThat(report.path("holderName").asString()).isEqualTo("丛培元");
    assertThat(report.path("title").asString()).isEqualTo("Senior engineer");
    assertThat(report.path("status").asString()).isEqualTo("UNKNOWN");
  }
}
