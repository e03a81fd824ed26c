package cn.zhixin.issuance.cli;

import cn.zhixin.issuance.InvalidCopy;
import cn.zhixin.issuance.RowCertificate;
import java.util.Locale;

/** What became of a file whose certificate is not valid, in words for terminal and copy. */
final class CopyWords {
  private final Texts texts;

  CopyWords(Texts texts) {
    this.texts = texts;
  }

  String of(InvalidCopy copy) {
    RowCertificate certificate = copy.certificate();
    return texts.say(
        "copy." + copy.end().name().toLowerCase(Locale.ROOT),
        certificate.number(),
        certificate.code().grouped(),
        texts.say("state." + certificate.state().name().toLowerCase(Locale.ROOT)),
        copy.file());
  }
}
