package cn.zhixin.issuance.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.catalogue.IdentityRefusal;
import cn.zhixin.catalogue.Level;
import cn.zhixin.catalogue.NameRefusal;
import cn.zhixin.catalogue.Reason;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.certificate.TitleResult;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterRulesTests {
  @TempDir Path folder;

  private RosterRow first(RosterText text) throws Exception {
    return Readers.reader().read(text.in(folder)).rows().get(0);
  }

  private TitleResult accepted(RosterText text) throws Exception {
    RosterRow row = first(text);
    assertThat(row).isInstanceOf(RosterRow.Accepted.class);
    return ((RosterRow.Accepted) row).result();
  }

  private RosterProblem onlyProblem(RosterText text) throws Exception {
    RosterRow row = first(text);
    assertThat(row).isInstanceOf(RosterRow.Rejected.class);
    List<RosterProblem> problems = ((RosterRow.Rejected) row).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private Reason reason(String heading, String value) throws Exception {
    RosterProblem problem = onlyProblem(RosterText.right().with(heading, value));
    assertThat(problem.heading()).isEqualTo(heading);
    assertThat(problem.chinese()).doesNotContain("%s").isNotBlank();
    assertThat(problem.english()).doesNotContain("%s").isNotBlank();
    return problem.reason();
  }

  @Test
  void acceptsTheRightRow() throws Exception {
    TitleResult result = accepted(RosterText.right());
    assertThat(result.name().value()).isEqualTo("刘𬬻铭");
    assertThat(result.sex()).isEqualTo(Sex.MALE);
    assertThat(result.title().level()).isEqualTo(Level.ASSOCIATE_SENIOR);
    assertThat(result.method()).isEqualTo(AcquisitionMethod.REVIEW);
    assertThat(result.committee().issuer().number()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"姓名", "证件号码", "工作单位", "职称系列", "专业", "职称名称", "评审委员会", "评审通过日期"})
  void rejectsARowWithoutACompulsoryValue(String heading) throws Exception {
    assertThat(reason(heading, " 　").code()).endsWith(".missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"性别", "证件类型", "级别", "批准文号", "手机号码"})
  void acceptsARowWithoutAnOptionalValue(String heading) throws Exception {
    accepted(RosterText.right().with(heading, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "—", "——", "－", " / ", "／", "−", "--"})
  void takesADashForNothingWhereNothingNeedStand(String dash) throws Exception {
    for (String heading : List.of("性别", "证件类型", "级别", "批准文号", "手机号码")) {
      accepted(RosterText.right().with(heading, dash));
    }
    assertThat(accepted(RosterText.right().with("取得方式", dash)).method())
        .isEqualTo(AcquisitionMethod.REVIEW);
    assertThat(accepted(RosterText.right().with("批准文号", dash)).approvalDocument()).isNull();
    assertThat(reason("姓名", dash)).isEqualTo(NameRefusal.PLACEHOLDER);
    assertThat(reason("证件号码", dash)).isEqualTo(IdentityRefusal.MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "姓名,=1+1,FORMULA",
    "姓名,张1,DIGIT",
    "姓名,·张三,MISPLACED_DOT",
    "姓名,张三😀,EMOJI",
  })
  void rejectsWhatIsNoName(String heading, String value, NameRefusal reason) throws Exception {
    assertThat(reason(heading, value)).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "——", "+x", "-x", "@x"})
  void saysOfANameWhatItSaysOfAnyOtherCell(String value) throws Exception {
    RosterProblem name = onlyProblem(RosterText.right().with("姓名", value));
    RosterProblem employer = onlyProblem(RosterText.right().with("工作单位", value));
    assertThat(name.sentence().english().replace("The name", "The cell"))
        .isEqualTo(employer.sentence().english());
    assertThat(name.sentence().chinese().replace("姓名", "此格"))
        .isEqualTo(employer.sentence().chinese());
  }

  @ParameterizedTest
  @CsvSource({
    "证件号码,371002197903198039,WRONG_CHECK_DIGIT",
    "证件号码,37100219790319803,WRONG_LENGTH",
    "证件号码,3.71002E+17,PRECISION_LOST",
    "证件类型,驾驶证,UNKNOWN_KIND",
  })
  void rejectsWhatIsNoIdentityDocument(String heading, String value, IdentityRefusal reason)
      throws Exception {
    assertThat(reason(heading, value)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "性别,女,SEX_DIFFERS",
    "性别,不详,UNKNOWN_SEX",
    "工作单位,=HYPERLINK(1),FORMULA",
    "工作单位,+86,FORMULA_SIGN",
    "工作单位,-威海,FORMULA_SIGN",
    "专业,@SUM(1),FORMULA_SIGN",
    "工作单位,-,PLACEHOLDER",
    "职称名称,——,PLACEHOLDER",
    "评审通过日期,－,PLACEHOLDER",
    "专业,/,PLACEHOLDER",
    "职称系列,炼金,UNKNOWN_SERIES",
    "职称名称,超级工程员,UNKNOWN_TITLE",
    "职称名称,高级会计师,TITLE_OF_OTHER_SERIES",
    "级别,特级,UNKNOWN_LEVEL",
    "级别,高级,AMBIGUOUS_LEVEL",
    "级别,中级,LEVEL_DIFFERS",
    "评审委员会,烟台市工程系列高级职称评审委员会,UNKNOWN_COMMITTEE",
    "评审委员会,威海市会计系列高级职称评审委员会,COMMITTEE_NOT_FOR_SERIES",
    "评审委员会,威海市工程系列中级职称评审委员会,COMMITTEE_NOT_FOR_LEVEL",
    "评审通过日期,去年冬天,UNREADABLE_DATE",
    "评审通过日期,45964,UNREADABLE_DATE",
    "评审通过日期,2025.11,DATE_WITHOUT_DAY",
    "评审通过日期,202512,DATE_WITHOUT_DAY",
    "评审通过日期,2025年13月1日,IMPOSSIBLE_DATE",
    "评审通过日期,2025-02-29,IMPOSSIBLE_DATE",
    "评审通过日期,2026-01-02,FUTURE_DATE",
    "评审通过日期,1948-12-31,DATE_TOO_EARLY",
    "评审通过日期,1995-03-18,HOLDER_TOO_YOUNG",
    "批准文号,威人社发2025第12号,WRONG_APPROVAL_DOCUMENT",
    "批准文号,威人社发〔2025〕012号,WRONG_APPROVAL_DOCUMENT",
  })
  void rejectsAWrongValueWithItsReason(String heading, String value, RosterReason reason)
      throws Exception {
    assertThat(reason(heading, value)).isEqualTo(reason);
  }

  @Test
  void rejectsInvisibleCharactersInAnyField() throws Exception {
    for (String heading : List.of("工作单位", "专业", "职称名称", "评审委员会", "批准文号", "级别")) {
      RosterProblem problem = onlyProblem(RosterText.right().with(heading, "威海\u200B市"));
      assertThat(problem.reason()).isEqualTo(RosterReason.INVISIBLE_CHARACTER);
      assertThat(problem.value()).isEqualTo("威海[U+200B]市");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025/11/3",
        "2025-11-03",
        "2025.11.3",
        "20251103",
        "2025年11月3日",
        " 2025 年 11 月 3 日 ",
        "２０２５－１１－０３",
        "2025/11/3 0:00",
        "2025-11-03 00:00:00"
      })
  void readsADayAsPeopleWriteIt(String typed) throws Exception {
    assertThat(accepted(RosterText.right().with("评审通过日期", typed)).acquiredOn())
        .isEqualTo(LocalDate.of(2025, 11, 3));
  }

  @Test
  void writesLettersAndDigitsOfTheFullWidthAsAsciiAndLeavesPunctuation() throws Exception {
    TitleResult result =
        accepted(RosterText.right().with("工作单位", "威海ＡＺａｚ０９（集团）：第１厂－Ｂ").with("专业", "Ｊａｖａ、Ｃ＋＋（２期）"));
    assertThat(result.employer()).isEqualTo("威海AZaz09（集团）：第1厂－B");
    assertThat(result.specialty()).isEqualTo("Java、C＋＋（2期）");
  }

  @Test
  void readsTheWayToATitle() throws Exception {
    assertThat(accepted(RosterText.right().with("取得方式", "考试")).method())
        .isEqualTo(AcquisitionMethod.EXAM);
    assertThat(onlyProblem(RosterText.right().with("取得方式", "抽签")).reason())
        .isEqualTo(RosterReason.UNKNOWN_METHOD);
  }

  @Test
  void acceptsTheSixteenthBirthdayItself() throws Exception {
    accepted(RosterText.right().with("评审通过日期", "1995-03-19"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "威人社发〔2025〕12号",
        "威人社发[2025]12号",
        "威人社发（2025）12号",
        "威人社发(2025)12号",
        "威人社发【2025】12号",
        "威人社发 〔２０２５〕 １２ 号"
      })
  void writesADocumentNumberWithItsOwnBrackets(String typed) throws Exception {
    assertThat(accepted(RosterText.right().with("批准文号", typed)).approvalDocument())
        .isEqualTo("威人社发〔2025〕12号");
  }

  @Test
  void infersWhatNoColumnTells() throws Exception {
    TitleResult result =
        accepted(RosterText.right().without("性别").without("证件类型").without("级别").without("批准文号"));
    assertThat(result.sex()).isEqualTo(Sex.MALE);
    assertThat(result.document().kind()).isEqualTo(IdentityDocumentKind.RESIDENT_IDENTITY_CARD);
    assertThat(result.approvalDocument()).isNull();
  }

  @Test
  void wantsTheSexOfAPassportHolder() throws Exception {
    RosterText passport =
        RosterText.right().with("姓名", "John Smith").with("证件类型", "护照").with("证件号码", "E12345678");
    assertThat(accepted(passport).document().kind()).isEqualTo(IdentityDocumentKind.PASSPORT);
    assertThat(onlyProblem(passport.with("性别", "")).reason()).isEqualTo(RosterReason.MISSING_VALUE);
    RosterProblem problem = onlyProblem(passport.without("性别"));
    assertThat(problem.columnLetter()).isEmpty();
    assertThat(problem.heading()).isEqualTo("性别");
  }

  @Test
  void suggestsTheNearestName() throws Exception {
    assertThat(onlyProblem(RosterText.right().with("职称名称", "高级工程帅")).chinese())
        .contains("是不是：高级工程师？");
    assertThat(onlyProblem(RosterText.right().with("评审委员会", "威海市工程系列高级职称评委会")).suggestion())
        .isEqualTo("威海市工程系列高级职称评审委员会");
    assertThat(onlyProblem(RosterText.right().with("职称系列", "工成")).suggestion()).isEqualTo("工程");
  }

  @Test
  void keepsAnOldTitleAsItWas() throws Exception {
    RosterText old = RosterText.right().with("职称名称", "研究员级高级工程师").with("级别", "正高级");
    assertThat(accepted(old).title().name()).isEqualTo("研究员级高级工程师");
  }

  @Test
  void findsAllProblemsOfARowAtOnceFromLeftToRight() throws Exception {
    RosterRow row = first(RosterText.right().with("姓名", "").with("级别", "特级").with("批准文号", "十二号"));
    assertThat(((RosterRow.Rejected) row).problems())
        .extracting(RosterProblem::columnLetter)
        .containsExactly("B", "K", "N");
  }

  @Test
  void showsOnlyTheBeginningOfAnEndlessValue() throws Exception {
    RosterProblem problem = onlyProblem(RosterText.right().with("工作单位", "威".repeat(101)));
    assertThat(problem.reason()).isEqualTo(RosterReason.TOO_LONG);
    assertThat(problem.value()).hasSize(60);
  }
}
