package cn.zhixin.document.template;

import java.util.Set;

/** The slots a template may have; a name that is not among them is a slip of the pen. */
public final class KnownSlots {
  /** Filled with text. */
  public static final Set<String> TEXTS =
      Set.of(
          "holderName",
          "sex",
          "birthMonth",
          "identityNumber",
          "employer",
          "series",
          "specialty",
          "title",
          "level",
          "method",
          "acquiredOn",
          "committee",
          "approvalDocument",
          "number",
          "issuer",
          "issuedOn",
          "code",
          "address",
          "titleEnglish",
          "levelEnglish",
          "seriesEnglish",
          "sexEnglish",
          "methodEnglish",
          "acquiredOnEnglish",
          "issuedOnEnglish",
          "issuerEnglish");

  /** Filled with a picture. */
  public static final Set<String> PICTURES = Set.of("photo", "qr", "seal");

  private KnownSlots() {}
}
