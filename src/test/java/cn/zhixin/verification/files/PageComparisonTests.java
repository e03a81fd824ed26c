package cn.zhixin.verification.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.catalogue.MalformedCatalogue;
import cn.zhixin.catalogue.Title;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.answers.AnsweredFacts;
import cn.zhixin.verification.answers.CertificateFacts;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageComparisonTests {
  private static final CertificateFacts FACTS =
      AnsweredFacts.of(
          new FakeRegistry()
              .issue(
                  CertificateFixture.registered(PublicSite.VALID, "毕文登"),
                  CertificateFixture.ISSUED_AT));

  /** As PDFBox reads it off a certificate: a value beside its label, two in a line, one broken. */
  private static final String PAGE =
      String.join(
          "\n",
          "姓 名 毕文登 性别 男",
          "职称名称",
          FACTS.title().chinese() + " " + FACTS.level().chinese(),
          "专业 " + FACTS.specialty().substring(0, 2),
          FACTS.specialty().substring(2),
          FACTS.committee(),
          FACTS.printedNumber(),
          FACTS.code());

  private static final Set<String> TITLES =
      catalogue().titles().stream().map(Title::name).collect(Collectors.toSet());

  private static Catalogue catalogue() {
    try {
      return CatalogueFiles.bundled().catalogue();
    } catch (IOException | MalformedCatalogue e) {
      throw new AssertionError(e);
    }
  }

  private static CertificateFacts acquired(LocalDate day) {
    return ComparedFacts.of(FACTS, day, LocalDate.of(2026, 11, 26));
  }

  private static List<String> different(String text) {
    return different(text, FACTS);
  }

  private static List<String> different(String text, CertificateFacts facts) {
    return new PageComparison(text, TITLES)
        .of(facts).stream().filter(field -> !field.same()).map(ComparedField::name).toList();
  }

  @Test
  void findsNothingOnAGenuinePage() {
    assertThat(new PageComparison(PAGE, TITLES).of(FACTS)).hasSize(7);
    assertThat(different(PAGE)).isEmpty();
  }

  /** PDF printers write one for the other. */
  @Test
  void takesCanonicallyEquivalentCharactersForTheSame() {
    CertificateFacts rare =
        AnsweredFacts.of(
            new FakeRegistry()
                .issue(
                    CertificateFixture.registered(PublicSite.VALID, "\uF900文登"),
                    CertificateFixture.ISSUED_AT));
    for (String printed : List.of("\uF900文登", "豈文登")) {
      assertThat(different(PAGE.replace("毕文登", printed), rare)).as(printed).isEmpty();
    }
    assertThat(different(PAGE.replace("毕文登", "岂文登"), rare)).containsExactly("holderName");
  }

  @Test
  void marksAHigherTitleOfWhoseNameTheRegisteredOneIsPart() {
    String title = FACTS.title().chinese();
    assertThat(different(PAGE.replace(title, "正" + title))).containsExactly("title");
    assertThat(different(PAGE.replace(title, title + "二级"))).containsExactly("title");
  }

  @Test
  void marksAnotherLevel() {
    String level = FACTS.level().chinese();
    assertThat(different(PAGE.replace(" " + level, " 正高级"))).containsExactly("level");
  }

  @Test
  void saysNothingOfALevelThatThePageDoesNotHave() {
    assertThat(different(PAGE.replace(" " + FACTS.level().chinese(), ""))).isEmpty();
  }

  /** Certificates print a month and a day below ten with a nought. */
  @Test
  void readsADayHoweverItIsWritten() {
    CertificateFacts facts = acquired(LocalDate.of(2025, 9, 3));
    String issued = "\n2026年11月26日";
    for (String day :
        List.of(
            "2025年09月03日", "2025年9月3日", "2025 年 9 月 3 日", "2025-09-03", "2025/9/3", "2025.09.03")) {
      assertThat(different(PAGE + "\n取得时间 " + day + issued, facts)).as(day).isEmpty();
    }
    for (String day : List.of("2025年09月13日", "2025年9月30日", "2025-11-03", "2015/9/3")) {
      assertThat(different(PAGE + "\n取得时间 " + day + issued, facts))
          .as(day)
          .containsExactly("acquiredOn");
    }
  }

  @Test
  void readsEveryDayOfAYearAsTheTemplatesPrintIt() {
    DateTimeFormatter printed = DateTimeFormatter.ofPattern("yyyy年MM月dd日", Locale.CHINA);
    for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
      String page = PAGE + "\n取得时间 " + printed.format(day) + "\n2026年11月26日";
      assertThat(different(page, acquired(day))).as(page).isEmpty();
    }
  }

  @Test
  void marksTheDayIfAnEarlierOneStandsBesideIt() {
    String page = PAGE + "\n取得时间 2025年09月03日\n2026年11月26日";
    CertificateFacts facts = acquired(LocalDate.of(2025, 9, 3));
    assertThat(different(page + "\n2015年11月26日", facts)).containsExactly("acquiredOn");
    assertThat(different(page + "\n2026-11-29 打印", facts)).isEmpty();
  }

  @Test
  void marksATitleWithAnotherBesideIt() {
    String title = FACTS.title().chinese();
    for (String shown :
        List.of(
            title + "（教授）",
            title + "/正" + title,
            title + " （正" + title + "）",
            title + "\n正" + title,
            title + "\n正\u2FBC级工程师",
            title + "\n工程师",
            title + "（一级）")) {
      assertThat(different(PAGE.replace(title, shown))).as(shown).containsExactly("title");
    }
    assertThat(different(PAGE.replace(title, "高级\n工程师"))).isEmpty();
  }

  @Test
  void marksALevelWithAnotherBesideIt() {
    String level = FACTS.level().chinese();
    for (String shown : List.of("正高级（副高级）", "副高级\n正高级", "副高级 正\u2FBC级", "中级/副高级")) {
      assertThat(different(PAGE.replace(" " + level, " " + shown)))
          .as(shown)
          .containsExactly("level");
    }
    String title = FACTS.title().chinese();
    assertThat(different(PAGE.replace(title, title + "（正高级）"))).containsExactly("title", "level");
  }

  @Test
  void marksANameThatAnotherIsJoinedTo() {
    for (String shown : List.of("毕文登（张三）", "毕文登/张三", "毕文登、张三", "张三（毕文登）", "毕文登 ·阿里", "毕文登张三")) {
      assertThat(different(PAGE.replace("毕文登", shown))).as(shown).containsExactly("holderName");
    }
  }

  @Test
  void hasAWordForEveryField() {
    for (ComparedField field : new PageComparison(PAGE, TITLES).of(FACTS)) {
      for (Language language : Language.values()) {
        assertThat(Sentences.in(language).text("file.field." + field.name())).isNotBlank();
      }
    }
  }
}
