package cn.zhixin.verification.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.answers.AnsweredFacts;
import cn.zhixin.verification.answers.CertificateFacts;
import java.util.List;
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

  private static List<String> different(String text) {
    return new PageComparison(text)
        .of(FACTS).stream().filter(field -> !field.same()).map(ComparedField::name).toList();
  }

  @Test
  void findsNothingOnAGenuinePage() {
    assertThat(new PageComparison(PAGE).of(FACTS)).hasSize(7);
    assertThat(different(PAGE)).isEmpty();
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

  @Test
  void hasAWordForEveryField() {
    for (ComparedField field : new PageComparison(PAGE).of(FACTS)) {
      for (Language language : Language.values()) {
        assertThat(Sentences.in(language).text("file.field." + field.name())).isNotBlank();
      }
    }
  }
}
