package cn.zhixin.catalogue;

/** Why a text is not the number of an identity document; clauses are those of GB 11643. */
public enum IdentityRefusal implements Reason {
  MISSING(
      "identity.missing",
      "证件号码为空",
      "The identity number is empty",
      "填写证件号码",
      "Enter the identity number"),
  UNKNOWN_KIND(
      "identity.unknown-kind",
      "证件类型无法识别",
      "The kind of document is not known",
      "填写居民身份证、港澳居民居住证、台湾居民居住证、港澳居民来往内地通行证、台湾居民来往大陆通行证、护照、外国人永久居留身份证、军官证之一",
      "Enter a known kind, such as resident identity card or passport"),
  UNCLEAR_KIND(
      "identity.unclear-kind",
      "由号码无法判断证件类型",
      "The number alone does not tell the kind of document",
      "增加“证件类型”一列并填写",
      "Add a column 证件类型 and fill it in"),
  PRECISION_LOST(
      "identity.precision-lost",
      "证件号码被表格软件当作数字，末几位已丢失",
      "The identity number was kept as a number and has lost its last digits",
      "先把该列设为“文本”格式，再重新键入号码",
      "Format the column as text first, then type the number again"),
  WRONG_CHARACTER(
      "identity.wrong-character",
      "证件号码中有不应出现的字符 %s",
      "The identity number holds the character %s, which does not belong there",
      "核对证件后重新键入",
      "Compare with the document and type it again"),
  WRONG_LENGTH(
      "identity.wrong-length",
      "证件号码位数不对，现为 %s 位",
      "The identity number has %s characters, which is not its length",
      "核对证件后重新键入；居民身份证为 18 位",
      "Compare with the document and type it again; a resident number has 18"),
  WRONG_FORM(
      "identity.wrong-form",
      "证件号码不符合该类证件的编号规则",
      "The number does not have the form of this kind of document",
      "核对证件类型与号码",
      "Check the kind of document and the number"),
  UNKNOWN_REGION(
      "identity.unknown-region",
      "证件号码前两位不是省级行政区划代码",
      "The first two digits are no province's code",
      "核对证件后重新键入",
      "Compare with the document and type it again"),
  OTHER_KIND(
      "identity.other-kind",
      "该号码属于另一类证件：%s",
      "The number belongs to another kind of document: %s",
      "改正证件类型",
      "Correct the kind of document"),
  IMPOSSIBLE_BIRTH_DATE(
      "identity.birth-date",
      "证件号码中的出生日期不存在、在 1900 年以前或在今天以后",
      "The birth date in the number does not exist, lies before 1900 or after today",
      "核对证件后重新键入",
      "Compare with the document and type it again"),
  WRONG_CHECK_DIGIT(
      "identity.check-digit",
      "证件号码校验位不对，至少有一位键入有误",
      "The check digit does not fit: at least one character is mistyped",
      "核对证件后重新键入",
      "Compare with the document and type it again");

  private final String code;
  private final Bilingual sentence;
  private final Bilingual remedy;

  IdentityRefusal(
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
