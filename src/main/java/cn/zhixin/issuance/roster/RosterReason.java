package cn.zhixin.issuance.roster;

import cn.zhixin.catalogue.Bilingual;
import cn.zhixin.catalogue.Reason;

/**
 * Why a cell of a roster is refused, apart from what names and identity numbers have of their own.
 */
public enum RosterReason implements Reason {
  MISSING_VALUE("row.missing", "此格为空", "The cell is empty", "填写此格", "Fill it in"),
  PLACEHOLDER(
      "row.placeholder",
      "此格只有“%s”，没有内容",
      "The cell holds only %s, which is no value",
      "填写此格",
      "Fill it in"),
  FORMULA_SIGN(
      "row.formula-sign",
      "此格以 %s 开头，电子表格会当作公式",
      "The cell starts with %s, which a spreadsheet takes for a formula",
      "删去开头的符号，只填内容",
      "Delete the leading sign and enter the value only"),
  FORMULA(
      "row.formula",
      "此格是公式，不是填写的内容",
      "The cell holds a formula",
      "改为直接填写内容（可“选择性粘贴—数值”）",
      "Enter the value itself (paste special, values)"),
  NOT_A_TEXT(
      "row.not-a-text",
      "此格是错误值或逻辑值",
      "The cell holds an error or a truth value",
      "改为填写内容",
      "Enter the value itself"),
  INVISIBLE_CHARACTER(
      "row.invisible-character",
      "有看不见的字符 %s",
      "There is the invisible character %s",
      "删去整格内容后重新键入，不要粘贴",
      "Clear the cell and type it again instead of pasting"),
  TOO_LONG(
      "row.too-long",
      "内容过长，超过 %s 字",
      "There are more than %s characters",
      "缩短内容，说明文字不要写在此格",
      "Shorten it and keep remarks elsewhere"),
  UNKNOWN_SEX("row.unknown-sex", "性别不是“男”或“女”", "Not a sex", "填写“男”或“女”", "Enter 男 or 女"),
  SEX_DIFFERS(
      "row.sex-differs",
      "性别与证件号码不一致",
      "The sex differs from the identity number",
      "核对性别与证件号码，改正其中填错的一项",
      "Compare both with the document and correct the wrong one"),
  UNKNOWN_SERIES(
      "row.unknown-series",
      "没有这个职称系列",
      "There is no such series",
      "填写 27 个职称系列之一",
      "Enter one of the 27 series"),
  UNKNOWN_TITLE(
      "row.unknown-title",
      "%s系列没有这个职称名称",
      "There is no such title in the series %s",
      "该系列的职称名称有：%s",
      "Titles of the series: %s"),
  TITLE_OF_OTHER_SERIES(
      "row.title-of-other-series",
      "该职称不属于%s系列，而属于%s系列",
      "The title is not of the series %s but of %s",
      "改正职称系列或职称名称",
      "Correct the series or the title"),
  UNKNOWN_LEVEL(
      "row.unknown-level",
      "没有这个级别",
      "There is no such level",
      "填写正高级、副高级、中级或初级",
      "Enter 正高级, 副高级, 中级 or 初级"),
  AMBIGUOUS_LEVEL(
      "row.ambiguous-level",
      "级别“高级”不明确，可指正高级或副高级",
      "The level 高级 may mean 正高级 or 副高级",
      "此处应填“%s”",
      "It must be %s here"),
  LEVEL_DIFFERS(
      "row.level-differs",
      "级别与职称名称不符",
      "The level does not fit the title",
      "该职称的级别是“%s”，改正级别或职称名称",
      "The title's level is %s: correct one of them"),
  UNKNOWN_COMMITTEE(
      "row.unknown-committee",
      "没有备案的评审委员会叫这个名称",
      "No filed committee has this name",
      "按备案的全称填写",
      "Enter its full name as filed"),
  COMMITTEE_NOT_FOR_SERIES(
      "row.committee-series",
      "该评审委员会不评审%s系列",
      "The committee does not review the series %s",
      "改正评审委员会或职称系列",
      "Correct the committee or the series"),
  COMMITTEE_NOT_FOR_LEVEL(
      "row.committee-level",
      "该评审委员会无权评审%s职称",
      "The committee may not grant the level %s",
      "改正评审委员会或职称名称",
      "Correct the committee or the title"),
  UNREADABLE_DATE(
      "row.unreadable-date",
      "无法识别为日期",
      "Not readable as a date",
      "写成 2025年11月3日 或 2025-11-03",
      "Write it as 2025-11-03"),
  DATE_WITHOUT_DAY(
      "row.date-without-day",
      "只有年月，缺少日",
      "The day of the month is missing",
      "写到日，如 2025年11月3日",
      "Write the full date, such as 2025-11-03"),
  IMPOSSIBLE_DATE(
      "row.impossible-date",
      "没有这一天",
      "There is no such day",
      "核对批准文件后改正",
      "Compare with the approval and correct it"),
  FUTURE_DATE(
      "row.future-date",
      "日期在今天以后",
      "The date lies in the future",
      "核对批准文件后改正",
      "Compare with the approval and correct it"),
  DATE_TOO_EARLY(
      "row.date-too-early",
      "日期早于 1949 年",
      "The date lies before 1949",
      "核对批准文件后改正",
      "Compare with the approval and correct it"),
  HOLDER_TOO_YOUNG(
      "row.holder-too-young",
      "当时持证人未满 16 周岁",
      "The holder was not yet 16 then",
      "核对日期与证件号码",
      "Check the date and the identity number"),
  WRONG_APPROVAL_DOCUMENT(
      "row.approval-document",
      "不是文号的写法",
      "Not written as a document number is",
      "写成“威人社发〔2025〕12号”的样子",
      "Write it like 威人社发〔2025〕12号"),
  UNKNOWN_METHOD(
      "row.unknown-method",
      "没有这种取得方式",
      "There is no such way to a title",
      "填写评审、考试、认定或确认",
      "Enter 评审, 考试, 认定 or 确认"),
  DUPLICATE(
      "row.duplicate",
      "与第 %s 行重复：同一人、同一职称",
      "Repeats row %s: same person, same title",
      "删去其中一行",
      "Delete one of the rows"),
  NUMBER_OF_ANOTHER(
      "row.number-of-another",
      "第 %s 行有另一姓名使用同一证件号码",
      "Row %s has the same identity number under another name",
      "核对两行的姓名与证件号码",
      "Check names and numbers of both rows");

  private final String code;
  private final Bilingual sentence;
  private final Bilingual remedy;

  RosterReason(
      String code, String chinese, String english, String remedyChinese, String remedyEnglish) {
    this.code = code;
    this.sentence = new Bilingual(chinese, english);
    this.remedy = new Bilingual(remedyChinese, remedyEnglish);
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Bilingual sentence() {
    return sentence;
  }

  @Override
  public Bilingual remedy() {
    return remedy;
  }
}
