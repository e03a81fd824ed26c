package cn.zhixin.issuance.roster;

import cn.zhixin.catalogue.Bilingual;
import cn.zhixin.catalogue.Reason;

/** Why a file as a whole cannot be read as a roster. */
public enum RosterFault implements Reason {
  EMPTY(
      "roster.empty",
      "文件是空的",
      "The file is empty",
      "换上有内容的名单文件",
      "Bring the file that holds the roster"),
  TOO_LARGE(
      "roster.too-large",
      "文件过大（上限 %s）",
      "The file is too large (limit %s)",
      "把名单分成几个文件",
      "Split the roster into several files"),
  LEGACY_XLS(
      "roster.legacy-xls",
      "这是旧版 Excel 97—2003 文件（.xls）",
      "This is an old Excel 97-2003 file (.xls)",
      "在 Excel 或 WPS 中另存为 .xlsx 再提交",
      "Save it as .xlsx in Excel or WPS and bring that"),
  ENCRYPTED(
      "roster.encrypted",
      "工作簿已用密码加密",
      "The workbook is encrypted with a password",
      "在 Excel 或 WPS 中取消打开密码后另存",
      "Remove the password in Excel or WPS and save it again"),
  PDF(
      "roster.pdf",
      "这是 PDF 文件，不是 Excel 或 CSV",
      "This is a PDF file, not Excel or CSV",
      "提交原来的 Excel 或 CSV 名单",
      "Bring the Excel or CSV file it was made from"),
  WEB_PAGE(
      "roster.web-page",
      "这是网页或 XML 文本，不是 Excel 或 CSV",
      "This is a web page or XML, not Excel or CSV",
      "用 Excel 或 WPS 打开后另存为 .xlsx",
      "Open it in Excel or WPS and save it as .xlsx"),
  OTHER_ARCHIVE(
      "roster.other-archive",
      "这是压缩包或其他类型的文档，不是 .xlsx",
      "This is an archive or another kind of document, not .xlsx",
      "提交解压后的 .xlsx 或 CSV 名单",
      "Bring the .xlsx or CSV file itself"),
  NOT_A_TABLE(
      "roster.not-a-table",
      "无法识别的文件类型，不是 Excel 或 CSV",
      "The file is neither Excel nor CSV",
      "提交 .xlsx 或 CSV（UTF-8、GB 18030）名单",
      "Bring .xlsx, or CSV in UTF-8 or GB 18030"),
  DAMAGED(
      "roster.damaged",
      "工作簿已损坏，读到第 %s 行为止",
      "The workbook is damaged; it was read up to row %s",
      "在 Excel 或 WPS 中打开并另存后再提交",
      "Open it in Excel or WPS, save it again and bring that"),
  UNREADABLE_WORKBOOK(
      "roster.unreadable-workbook",
      "工作簿不完整或已损坏，无法打开",
      "The workbook is incomplete or damaged and cannot be opened",
      "在 Excel 或 WPS 中打开并另存后再提交；打不开的，请重新取得该文件",
      "Open it in Excel or WPS, save it again and bring that; if it does not open, get the file again"),
  INFLATES_TOO_MUCH(
      "roster.inflates-too-much",
      "工作簿解压后异常庞大，已停止读取",
      "The workbook inflates to an unreasonable size and was not read",
      "在 Excel 或 WPS 中另存后再提交",
      "Save it again in Excel or WPS and bring that"),
  TOO_MANY_ROWS(
      "roster.too-many-rows",
      "行数超过 %s",
      "There are more than %s rows",
      "把名单分成几个文件，并删去表格下方的空行",
      "Split the roster and delete empty rows below the table"),
  TOO_MANY_COLUMNS(
      "roster.too-many-columns",
      "列数超过 %s",
      "There are more than %s columns",
      "删去表格右侧多余的列",
      "Delete needless columns to the right of the table"),
  UNCLOSED_QUOTE(
      "roster.unclosed-quote",
      "CSV 第 %s 行开始的引号没有结束",
      "The quotation mark in row %s of the CSV is never closed",
      "补上或删去该引号",
      "Close or delete that quotation mark"),
  NO_HEADINGS(
      "roster.no-headings",
      "前 50 行中没有找到表头。看到的内容：%s",
      "No headings were found in the first 50 rows. What was seen: %s",
      "表头应含：姓名、证件号码、工作单位、职称系列、专业、职称名称、评审委员会、评审通过日期",
      "Headings wanted: 姓名 证件号码 工作单位 职称系列 专业 职称名称 评审委员会 评审通过日期"),
  HEADING_MISSING(
      "roster.heading-missing",
      "第 %s 行的表头缺少：%s。已有的表头：%s",
      "The headings in row %s lack: %s. Headings found: %s",
      "补上缺少的列；全部人员属同一评审委员会而只缺这一列的，也可用 --committee 指明",
      "Add the missing columns; if only the committee is missing and it is the same for all, name it with --committee"),
  HEADING_TWICE(
      "roster.heading-twice",
      "表头“%s”与“%s”含义相同，无法判断用哪一列",
      "The headings %s and %s mean the same; it is not clear which to use",
      "只保留其中一列，或改名另一列",
      "Keep one of the columns or rename the other"),
  SEVERAL_SHEETS(
      "roster.several-sheets",
      "有几个工作表都含名单：%s",
      "Several sheets hold a roster: %s",
      "每个文件只留一个名单工作表",
      "Keep one sheet with a roster in each file"),
  NO_ROWS(
      "roster.no-rows",
      "表头下面没有人员",
      "There is nobody below the headings",
      "补上人员后再提交",
      "Fill in the people and bring it again");

  private final String code;
  private final Bilingual sentence;
  private final Bilingual remedy;

  RosterFault(
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
