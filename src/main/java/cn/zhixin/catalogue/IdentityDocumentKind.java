package cn.zhixin.catalogue;

import java.util.List;
import java.util.Optional;

/** Kinds of identity document 证件类型 that a holder may have. */
public enum IdentityDocumentKind {
  RESIDENT_IDENTITY_CARD(
      "居民身份证",
      "Resident identity card",
      List.of("身份证", "二代身份证", "第二代身份证", "二代证", "中国居民身份证", "公民身份证")),
  HONG_KONG_MACAO_RESIDENCE_PERMIT(
      "港澳居民居住证",
      "Residence permit for Hong Kong and Macao residents",
      List.of("港澳居住证", "港澳台居民居住证（港澳）", "香港居民居住证", "澳门居民居住证", "港澳居民居住证件")),
  TAIWAN_RESIDENCE_PERMIT(
      "台湾居民居住证",
      "Residence permit for Taiwan residents",
      List.of("台湾居住证", "台湾同胞居住证", "台胞居住证", "港澳台居民居住证（台湾）")),
  HONG_KONG_MACAO_TRAVEL_PERMIT(
      "港澳居民来往内地通行证",
      "Mainland travel permit for Hong Kong and Macao residents",
      List.of("回乡证", "港澳通行证", "港澳来往内地通行证", "港澳居民通行证", "港澳同胞回乡证")),
  TAIWAN_TRAVEL_PERMIT(
      "台湾居民来往大陆通行证",
      "Mainland travel permit for Taiwan residents",
      List.of("台胞证", "台湾通行证", "台湾来往大陆通行证", "台湾居民通行证")),
  PASSPORT("护照", "Passport", List.of("外国护照", "普通护照", "外国人护照", "中国护照", "passport")),
  FOREIGN_PERMANENT_RESIDENT_CARD(
      "外国人永久居留身份证",
      "Foreign permanent resident identity card",
      List.of("外国人永久居留证", "永久居留身份证", "永久居留证", "外国人居留证", "外国人永居证", "五星卡", "中国绿卡")),
  OFFICER_CARD("军官证", "Officer's card", List.of("军人证", "军官身份证件", "解放军军官证", "文职干部证")),
  OVERSEAS_TALENT_RESIDENCE_PERMIT(
      "海外高层次人才居住证",
      "Residence permit for overseas high-level talent",
      List.of("高层次人才居住证", "海外人才居住证", "海外高层次人才工作居住证"));

  private final String chinese;
  private final String english;
  private final List<String> aliases;

  IdentityDocumentKind(String chinese, String english, List<String> aliases) {
    this.chinese = chinese;
    this.english = english;
    this.aliases = aliases;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }

  /** The kind by any of its common names; brackets and spaces may be typed either way. */
  public static Optional<IdentityDocumentKind> named(String name) {
    String folded = CatalogueName.fold(name);
    for (IdentityDocumentKind kind : values()) {
      if (folded.equals(kind.chinese)
          || kind.aliases.stream().anyMatch(a -> CatalogueName.fold(a).equalsIgnoreCase(folded))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
