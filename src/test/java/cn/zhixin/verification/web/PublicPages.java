package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicSite;
import java.util.ArrayList;
import java.util.List;

/** Every page that the public can open, for tests that hold for all of them: add yours here. */
final class PublicPages {
  static final List<String> VERDICTS =
      List.of(
          "/v/" + PublicSite.VALID,
          "/v/" + PublicSite.SUSPENDED,
          "/v/" + PublicSite.SUPERSEDED,
          "/v/" + PublicSite.REVOKED,
          "/v/" + PublicSite.CANCELLED,
          "/v/" + PublicSite.REPLACED_IN_VAIN,
          "/v/" + PublicSite.LONG_NAME,
          "/v/" + PublicSite.RARE_NAME,
          "/v/" + PublicSite.UNKNOWN,
          "/v/" + PublicSite.DAMAGED,
          "/v/7K3M-9QPX",
          "/v/" + PublicSite.REVOKED + "?on=2025-12-01",
          "/v/" + PublicSite.VALID + "?on=2025-11-10",
          "/v/" + PublicSite.VALID + "?on=tomorrow");

  private static final List<String> OTHERS =
      List.of("/", "/scan", "/lookup", "/ledger", "/api", "/no-such-page");

  static final List<String> ALL = all();

  private PublicPages() {}

  private static List<String> all() {
    List<String> all = new ArrayList<>(OTHERS);
    all.addAll(VERDICTS);
    return List.copyOf(all);
  }

  /** The same page as somebody else reads it. */
  static String as(String page, String language, boolean large) {
    String query = "lang=" + language + (large ? "&text=large" : "");
    return page + (page.contains("?") ? "&" : "?") + query;
  }
}
