package cn.zhixin.catalogue;

/**
 * Why a text is not a person's name. The first {@code %s} stands for the code point, the second for
 * the character to type instead.
 */
public enum NameRefusal implements Reason {
  MISSING(
      "name.missing",
      "姓名为空",
      "The name is empty",
      "填写与身份证件一致的姓名",
      "Enter the name as in the identity document"),
  PLACEHOLDER(
      "name.placeholder",
      "姓名只有“%s”，没有内容",
      "The name holds only %s, which is no value",
      "填写与身份证件一致的姓名",
      "Enter the name as in the identity document"),
  TOO_SHORT(
      "name.too-short",
      "姓名只有一个字",
      "The name has a single character",
      "填写完整姓名",
      "Enter the full name"),
  TOO_LONG(
      "name.too-long",
      "姓名过长",
      "The name is too long",
      "一格只填一个人的姓名，不加说明",
      "Enter one person's name only, without remarks"),
  FORMULA(
      "name.formula",
      "姓名以 %s 开头，电子表格会当作公式",
      "The name starts with %s, which a spreadsheet takes for a formula",
      "删去开头的符号，只填姓名",
      "Delete the leading sign and enter the name only"),
  BIDI_CONTROL(
      "name.bidi-control",
      "姓名中有看不见的文字方向控制符 %s",
      "The name holds the invisible text direction control %s",
      "删去整格内容后重新键入姓名，不要粘贴",
      "Clear the cell and type the name again instead of pasting it"),
  ZERO_WIDTH(
      "name.zero-width",
      "姓名中有看不见的零宽字符 %s",
      "The name holds the invisible zero-width character %s",
      "删去整格内容后重新键入姓名，不要粘贴",
      "Clear the cell and type the name again instead of pasting it"),
  CONTROL(
      "name.control",
      "姓名中有控制字符 %s",
      "The name holds the control character %s",
      "删去换行、制表等字符后重新键入姓名",
      "Remove line breaks, tabs and the like and type the name again"),
  PRIVATE_USE(
      "name.private-use",
      "姓名中有自造字 %s，其他电脑无法显示",
      "The name holds the private-use character %s, which other computers cannot show",
      "改用国家标准 GB 18030—2022 中的字形",
      "Use the character of GB 18030-2022 instead"),
  UNASSIGNED(
      "name.unassigned",
      "姓名中有无效的字符编码 %s",
      "The name holds the invalid or unassigned code point %s",
      "重新键入该字；文件可能已损坏或编码有误",
      "Type that character again; the file may be damaged or wrongly encoded"),
  UNKNOWN_IDEOGRAPH(
      "name.unknown-ideograph",
      "姓名中有本系统还不认识的字 %s，可能是新近编入国际编码的汉字",
      "The name holds %s, which this system does not know yet; it may be a newly encoded character",
      "保留这一行，不要改用别的字；请告知运维人员并等待系统更新，或按发证机关对生僻字的规定填写",
      "Keep the row and put no other character in its place; tell the operator and wait for an"
          + " update, or write the name by your authority's rule for rare characters"),
  DIGIT(
      "name.digit",
      "姓名中有数字 %s",
      "The name holds the digit %s",
      "删去数字，只填姓名",
      "Remove the digits and enter the name only"),
  EMOJI(
      "name.emoji",
      "姓名中有表情或图形符号 %s",
      "The name holds the emoji or symbol %s",
      "删去该符号",
      "Remove that symbol"),
  RADICAL(
      "name.radical",
      "姓名中有部首符号 %s，它看似汉字却不是",
      "The name holds the radical %s, which only looks like a character",
      "重新键入该字，不要从 PDF 粘贴",
      "Type that character again instead of pasting it from a PDF"),
  FULL_WIDTH(
      "name.full-width",
      "姓名中有全角字符 %s，应为半角的“%s”",
      "The name holds the full-width character %s; in half width it is %s",
      "把输入法切换到半角，按身份证件重新键入",
      "Switch the input method to half width and type the name again as in the identity document"),
  OTHER_CHARACTER(
      "name.other-character",
      "姓名中有不能用于姓名的字符 %s",
      "The name holds %s, which no name may hold",
      "改为汉字、间隔号“·”或外文字母",
      "Use Chinese characters, the middle dot, or Latin letters"),
  MIXED_SCRIPTS(
      "name.mixed-scripts",
      "姓名中混有汉字与外文字母 %s",
      "The name mixes Chinese characters with the letter %s",
      "按身份证件填写一种文字的姓名",
      "Enter the name in one script, as in the identity document"),
  MISPLACED_DOT(
      "name.misplaced-dot",
      "间隔号“·”在开头、结尾或连用",
      "The middle dot leads, trails or is doubled",
      "间隔号只放在名与姓之间",
      "Put the middle dot between the parts of the name only");

  private final String code;
  private final Bilingual sentence;
  private final Bilingual remedy;

  NameRefusal(
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
