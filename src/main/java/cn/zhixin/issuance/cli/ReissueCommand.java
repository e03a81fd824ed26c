package cn.zhixin.issuance.cli;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.TitleResult;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code certificate reissue}: replaces a certificate by a new one that says the same. */
@Command(
    description = {
      "补发同样内容的新证书 / replaces by a new one that says the same",
      "补发：内容不变，换发新编号、新查验码的证书，原证书转为“已换发”。不可恢复。",
      "A new certificate, number and code that says the same; the old one is superseded. It cannot be"
          + " undone."
    },
    mixinStandardHelpOptions = true)
final class ReissueCommand extends ReplacingCommand {
  ReissueCommand(Office office) {
    super(office);
  }

  @Override
  Optional<TitleResult> corrected(Certificate certificate) {
    return Optional.of(certificate.result());
  }
}
