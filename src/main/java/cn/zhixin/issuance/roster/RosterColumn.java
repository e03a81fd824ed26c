package cn.zhixin.issuance.roster;

import java.util.List;
import java.util.Optional;

/** Columns of a roster that are read; all others are neither read nor kept. */
public enum RosterColumn {
  NAME(true, true, "姓名", "名字", "申报人", "申报人姓名", "持证人", "人员姓名"),
  SEX(false, true, "性别"),
  DOCUMENT_KIND(false, false, "证件类型", "证件种类", "证件类别", "证件名称"),
  IDENTITY_NUMBER(
      true, true, "证件号码", "身份证号", "身份证号码", "公民身份号码", "居民身份证号码", "居民身份证号", "证件号", "身份证", "身份证件号码"),
  EMPLOYER(true, false, "工作单位", "单位", "单位名称", "所在单位", "现工作单位", "申报单位", "工作单位名称"),
  SERIES(true, false, "职称系列", "系列", "专业系列", "申报系列", "系列名称"),
  SPECIALTY(true, false, "专业", "专业名称", "申报专业", "评审专业", "职称专业", "从事专业"),
  TITLE(
      true, false, "职称名称", "职称", "资格名称", "任职资格", "评审通过资格", "取得资格", "专业技术资格", "职称资格名称", "通过职称",
      "评审通过职称"),
  LEVEL(false, false, "级别", "职称级别", "职称等级", "资格级别", "申报级别", "评审级别", "层级"),
  COMMITTEE(true, false, "评审委员会", "评委会", "评委会名称", "评审委员会名称", "评审机构"),
  ACQUIRED_ON(
      true, false, "评审通过日期", "通过时间", "取得时间", "评审时间", "取得资格时间", "通过日期", "取得日期", "评审日期", "评审通过时间",
      "取得资格日期", "职称取得时间", "取得职称时间", "资格取得时间"),
  APPROVAL_DOCUMENT(false, false, "批准文号", "文号", "发文文号", "公布文号", "批复文号", "批准文件", "文件号"),
  METHOD(false, false, "取得方式", "评审方式", "职称取得方式", "取得途径");

  private final boolean compulsory;
  private final boolean personal;
  private final List<String> names;

  RosterColumn(boolean compulsory, boolean personal, String... names) {
    this.compulsory = compulsory;
    this.personal = personal;
    this.names = List.of(names);
  }

  /** The heading we use ourselves. */
  public String heading() {
    return names.get(0);
  }

  /** Whether a roster without it cannot be read. */
  public boolean isCompulsory() {
    return compulsory;
  }

  /** Whether its values must not reach a log. */
  public boolean isPersonal() {
    return personal;
  }

  /**
   * The column with that heading. White space, asterisks, colons and remarks in brackets do not
   * count.
   */
  static Optional<RosterColumn> headed(String typed) {
    String heading = bare(typed);
    for (RosterColumn column : values()) {
      if (column.names.contains(heading)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  private static String bare(String typed) {
    return typed
        .replaceAll("[(（【\\[][^)）】\\]]*[)）】\\]]", "")
        .replaceAll("[\\s\\p{Z}\\p{Cf}*＊:：、，,.]", "");
  }
}
