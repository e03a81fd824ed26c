package cn.zhixin.catalogue;

/** Kinds of identity document 证件类型 that a holder may have. */
public enum IdentityDocumentKind {
  RESIDENT_IDENTITY_CARD("居民身份证"),
  HONG_KONG_MACAO_RESIDENCE_PERMIT("港澳居民居住证"),
  TAIWAN_RESIDENCE_PERMIT("台湾居民居住证"),
  HONG_KONG_MACAO_TRAVEL_PERMIT("港澳居民来往内地通行证"),
  TAIWAN_TRAVEL_PERMIT("台湾居民来往大陆通行证"),
  PASSPORT("护照"),
  FOREIGN_PERMANENT_RESIDENT_CARD("外国人永久居留身份证"),
  OFFICER_CARD("军官证"),
  OVERSEAS_TALENT_RESIDENCE_PERMIT("海外高层次人才居住证");

  private final String chinese;

  IdentityDocumentKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
