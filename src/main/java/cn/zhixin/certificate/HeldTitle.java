package cn.zhixin.certificate;

import cn.zhixin.catalogue.IdentityDocument;

/** What one person can hold once only, whatever the date: two dates of it are a mistake. */
record HeldTitle(IdentityDocument document, String titleCode, int committee, String specialty) {
  static HeldTitle of(TitleResult result) {
    return new HeldTitle(
        result.document(), result.title().code(), result.committee().number(), result.specialty());
  }
}
