package cn.zhixin.verification.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.Title;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.document.TestAuthority;
import cn.zhixin.document.reading.Copy;
import cn.zhixin.document.reading.CopyBounds;
import cn.zhixin.document.reading.CopyReader;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.Wording;
import cn.zhixin.verification.answers.AnsweredFacts;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.offline.IssuedFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles, levels and committees hold one another's words; no genuine print differs for that. */
class GenuinePrintsTests {
  private static final List<String> NAMES = List.of("王𬱖", "古丽巴哈尔·阿卜杜热合曼", "王䶮阳", "丛培元");

  /** The last two are titles as well. */
  private static final List<String> SPECIALTIES = List.of("机械设计与制造", "高级中学语文", "编辑", "翻译");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年MM月dd日", Locale.CHINA);
  private static final LocalDate ISSUED_ON = LocalDate.of(2026, 11, 26);

  @ParameterizedTest
  @ValueSource(strings = {"official-landscape", "official-landscape-bilingual"})
  void showWhatTheRegistrySays(String layout) throws Exception {
    Catalogue catalogue = CatalogueFiles.bundled().catalogue();
    Set<String> titles = catalogue.titles().stream().map(Title::name).collect(Collectors.toSet());
    CompiledTemplate template =
        DocumentTemplates.in(Path.of("templates"))
            .load(layout)
            .compile("威海市人力资源和社会保障局", Map.of("address", "zc.example.cn"));
    Certificate certificate =
        new FakeRegistry()
            .issue(
                CertificateFixture.registered(PublicSite.VALID, "毕文登"),
                CertificateFixture.ISSUED_AT);
    CertificateFacts base = AnsweredFacts.of(certificate);
    // a prime step, so that levels, names and specialties meet in many ways
    for (int i = 0; i < catalogue.titles().size(); i += 7) {
      Title title = catalogue.titles().get(i);
      Committee committee =
          catalogue.committees().stream()
              .filter(each -> each.series().contains(title.series().code()))
              .filter(each -> each.levels().contains(title.level()))
              .findFirst()
              .orElseThrow();
      CertificateFacts facts =
          ComparedFacts.of(
              base,
              NAMES.get(i % NAMES.size()),
              new Wording(title.name(), title.englishName()),
              new Wording(title.level().chinese(), title.level().english()),
              new Wording(title.series().name(), title.series().englishName()),
              SPECIALTIES.get(i / 7 % SPECIALTIES.size()),
              committee.name(),
              LocalDate.of(2025, 1 + i % 12, 1 + i % 28),
              ISSUED_ON);
      Bytes pdf = printed(template, certificate, facts);
      String text = ((Copy) new CopyReader(new CopyBounds(4, 40_000_000)).read(pdf)).text();
      List<ComparedField> compared = new PageComparison(text, titles).of(facts);
      assertThat(compared).as(text).hasSize(9).allMatch(ComparedField::same);
    }
  }

  private static Bytes printed(
      CompiledTemplate template, Certificate certificate, CertificateFacts facts) throws Exception {
    Map<String, String> texts = new HashMap<>();
    texts.put("holderName", facts.holderName());
    texts.put("sex", "女");
    texts.put("sexEnglish", "Female");
    texts.put("birthMonth", "1987年01月");
    texts.put("identityNumber", CertificateFixture.IDENTITY_NUMBER);
    texts.put("employer", "威海市正高会计师事务所（高级工程师之家）");
    texts.put("series", facts.series().chinese());
    texts.put("seriesEnglish", facts.series().english());
    texts.put("specialty", facts.specialty());
    texts.put("title", facts.title().chinese());
    texts.put("titleEnglish", facts.title().english());
    texts.put("level", facts.level().chinese());
    texts.put("levelEnglish", facts.level().english());
    texts.put("method", "评审");
    texts.put("methodEnglish", "Review");
    texts.put("acquiredOn", DAY.format(facts.acquiredOn()));
    texts.put("committee", facts.committee());
    texts.put("approvalDocument", "威人社发〔2025〕12号");
    texts.put("number", facts.printedNumber());
    texts.put("issuer", facts.issuer().chinese());
    texts.put("issuedOn", DAY.format(facts.issuedOn()));
    texts.put("code", certificate.code().grouped());
    Bytes issued =
        template
            .newRenderer(new TestAuthority().newSigner())
            .render(
                new DocumentContent(
                    texts,
                    "专业技术职称证书",
                    null,
                    IssuedFiles.qr(certificate),
                    certificate.credential(),
                    Bytes.ofUtf8("proof"),
                    CertificateFixture.ISSUED_AT))
            .pdf();
    return SampleFiles.printed(issued);
  }
}
