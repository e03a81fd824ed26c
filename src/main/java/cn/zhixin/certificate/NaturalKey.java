package cn.zhixin.certificate;

import cn.zhixin.catalogue.IdentityDocument;
import java.time.LocalDate;

/** What makes two results the same: for one key there is one certificate and its corrections. */
record NaturalKey(
    IdentityDocument document, String titleCode, int committee, LocalDate acquiredOn) {
  static NaturalKey of(TitleResult result) {
    return new NaturalKey(
        result.document(), result.title().code(), result.committee().number(), result.acquiredOn());
  }
}
