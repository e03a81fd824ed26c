package cn.zhixin.verification.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.TimeStampClient;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.SampleRing;
import cn.zhixin.verification.files.OnFileSite;
import cn.zhixin.verification.files.ReleasedFiles;
import cn.zhixin.verification.files.SampleFiles;
import cn.zhixin.verification.offline.StampedFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Signed by whom the site trusts, stamped by an authority that it does not know. */
@OnFileSite
@TestPropertySource(
    properties = {
      "test.trust=committee.cer.pem",
      "zhixin.receipts.key-store=file:keys-sample/receipts.p12",
      "zhixin.receipts.password=sample"
    })
@Import(UnknownStampsTests.Authority.class)
class UnknownStampsTests {
  @LocalServerPort private int port;
  @Autowired private StampedFiles stamped;
  @Autowired private FakeRegistry registry;
  @Autowired private ReleasedFiles released;
  private FileClient site;

  @TestConfiguration(proxyBeanMethods = false)
  static class Authority {
    @Bean
    StampedFiles stamped() throws Exception {
      return new StampedFiles();
    }

    /** As on a public node: it signs no certificates, and knows who does, and no root. */
    @Bean
    @Primary
    KeyRing issuerAlone() {
      return KeyRing.builder(() -> SampleRing.AT)
          .allowSampleKeys(true)
          .certificates(List.of(SampleRing.certificate("committee.cer.pem")))
          .build();
    }

    @Bean
    TimeStampClient timeStamps(StampedFiles stamped) {
      return stamped.timeStamps();
    }
  }

  @BeforeEach
  void open() {
    site = new FileClient(port);
  }

  private Bytes certificate() throws Exception {
    Certificate certificate = registry.find(PublicSite.VALID).orElseThrow();
    return stamped.file(certificate);
  }

  private static Bytes with(Bytes pdf, String more) {
    return SampleFiles.latin1(new String(pdf.toArray(), StandardCharsets.ISO_8859_1) + more);
  }

  @Test
  void doesNotDisownAReceiptOfItsOwn() throws Exception {
    Bytes receipt = site.receipt(PublicSite.VALID, "application/pdf");
    assertThat(site.form("/file", receipt).body())
        .contains(
            "class=\"UNCONFIRMED plain\"", "本站不能判断这份核验报告", "不认识给它盖时间戳的机构", "请勿凭它采信", "我们核对了报告的什么")
        .doesNotContain("不是本站签发", "丛培元", "索取原始的核验报告");
    assertThat(site.form("/file?lang=en", receipt).body())
        .contains("This receipt cannot be judged here", "does not know the authority of its time")
        .doesNotContain("not signed by this site", "does not hold", "丛培元");
  }

  /** The codes are those of before; the sentences are true. */
  @Test
  void tellsProgramsTheSameCodeWithATrueSentence() throws Exception {
    JsonNode answer = site.pdf(site.receipt(PublicSite.VALID, "application/pdf"));
    assertThat(answer.path("verdict").asString()).as(answer.toString()).isEqualTo("ALTERED");
    JsonNode file = answer.path("file");
    assertThat(file.path("outcome").asString()).isEqualTo("RECEIPT_FOREIGN");
    assertThat(file.path("sentence").asString()).contains("不认识给它盖时间戳的机构");
    JsonNode check = file.path("checks").get(0);
    assertThat(check.path("outcome").asString()).isEqualTo("NOT_CHECKED");
    assertThat(check.path("sentence").asString()).contains("此处无法判断");
    assertThat(answer.has("receipt")).isFalse();
  }

  @Test
  void anEditedReceiptIsAlteredWhoeverStampedIt() throws Exception {
    Bytes edited = with(site.receipt(PublicSite.VALID, "application/pdf"), "\n% more\n");
    assertThat(site.form("/file", edited).body()).contains("class=\"ALTERED\"", "这份核验报告被改动过");
  }

  /** The registry knows every byte: who stamped it changes nothing. */
  @Test
  void saysOfTheFileAsIssuedThatOnlyTheTimeIsUntold() throws Exception {
    Bytes file = certificate();
    released.release(file, PublicSite.VALID);
    assertThat(site.form("/file", file).body())
        .contains("class=\"VALID\"", "本站不认识给它盖时间戳的机构", "与签发时逐字节相同，不影响结论")
        .doesNotContain("所信任的机构之下");
    assertThat(site.form("/file?lang=en", file).body())
        .contains(
            "class=\"VALID\"", "does not know the authority of its time stamp", "is as issued");
  }

  @Test
  void saysOfAnotherFileThatItsStampMayBeAnother() throws Exception {
    Bytes file = certificate();
    assertThat(site.form("/file", file).body())
        .contains("class=\"ALTERED\"", "本站不认识给它盖时间戳的机构，", "不能说时间戳还是签发时的那一个")
        .doesNotContain("不影响结论", "所信任的机构之下", "不同之处已经标出");
    assertThat(site.form("/file?lang=en", file).body())
        .contains("class=\"ALTERED\"", "cannot say whether the stamp is the one that was issued");
  }
}
