package cn.zhixin.issuance;

import cn.zhixin.catalogue.Bilingual;
import cn.zhixin.catalogue.Reason;

/** Why a result that is right in itself cannot be printed on a certificate. */
enum PrintReason implements Reason {
  NO_GLYPH(
      "print.no-glyph",
      "本系统的字体都没有“%s”（%s）这个字",
      "No font of this service has the character %s (%s)",
      "核对是否用错字；确为该字的，请联系管理员补充字体",
      "Check the character; if it is right, ask the administrator to add a font that has it"),
  COMPATIBILITY_IDEOGRAPH(
      "print.compatibility-ideograph",
      "“%s”（%s）是兼容汉字，本系统的字体没有；写法相同的通用汉字是“%s”（%s）",
      "%s (%s) is a compatibility ideograph that no font of this service has; its common twin is %s"
          + " (%s)",
      "与证件核对无误后，改用通用汉字",
      "Compare with the identity document, and type the common one"),
  DOES_NOT_FIT(
      "print.does-not-fit",
      "内容过长（%s 字），证书上最小字号也排不下",
      "Too long (%s characters) to be printed even at the smallest size",
      "改用规范简称",
      "Use the accepted short form"),
  QR_TOO_LONG(
      "print.qr-too-long",
      "姓名与专业合起来过长，二维码容纳不下（%s 位，至多 %s 位）",
      "Name and specialty together are too long for the QR symbol (%s bits of %s)",
      "专业改用规范简称",
      "Use the accepted short form of the specialty");

  private final String code;
  private final Bilingual sentence;
  private final Bilingual remedy;

  PrintReason(
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
