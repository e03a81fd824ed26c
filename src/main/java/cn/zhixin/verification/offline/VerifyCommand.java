package cn.zhixin.verification.offline;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.MalformedCertificate;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Wording;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code verify FILE|QR-TEXT…}: exit 0 if all are genuine, 1 if any is not, 2 if it cannot tell.
 */
@Command(
    name = "verify",
    description = "离线查验证书文件或二维码内容 / verifies certificate files or QR texts without a network",
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = 2)
public final class VerifyCommand implements Callable<Integer> {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static final int GENUINE = 0;
  static final int NOT_GENUINE = 1;
  static final int CANNOT_TELL = 2;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|QR-TEXT",
      description =
          "PDF 证书、核验报告（PDF 或 JSON），或二维码的全部内容"
              + " / a certificate's PDF, a receipt (PDF or JSON), or all of a QR's text")
  private List<String> inputs = List.of();

  @Option(
      names = "--trust",
      paramLabel = "PEM",
      description = "所信任的证书，可写多次 / a trusted certificate, may be repeated")
  private List<Path> trust = List.of();

  @Mixin private LedgerOptions trustedLedgers = new LedgerOptions();

  @Option(names = "--json", description = "输出 JSON / prints JSON")
  private boolean json;

  @Option(
      names = "--lang",
      defaultValue = "zh",
      converter = LanguageTag.class,
      paramLabel = "zh|en",
      description = "输出语言 / language of the output; default: ${DEFAULT-VALUE}")
  private Language spoken = Language.CHINESE;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Sentences sentences = Sentences.in(spoken);
    OfflineVerifier verifier;
    try {
      verifier = verifier(sentences);
    } catch (BadOption e) {
      spec.commandLine().getErr().println(e.getMessage());
      return CANNOT_TELL;
    }
    Catalogue catalogue = CatalogueFiles.bundled().catalogue();
    List<OfflineReport> reports = new ArrayList<>();
    for (String input : inputs) {
      reports.add(new OfflineReport(input, verify(verifier, input), catalogue));
    }
    if (json) {
      out.println(
          MAPPER.writeValueAsString(
              reports.stream().map(report -> report.members(spoken)).toList()));
    } else {
      reports.forEach(report -> out.println(report.text(spoken)));
      if (trust.isEmpty()) {
        out.println(sentences.text("offline.trust"));
      }
      if (reports.stream().anyMatch(OfflineReport::ledgerUnchecked)) {
        out.println(sentences.text("offline.ledger.how"));
      }
    }
    out.flush();
    return exitCode(reports);
  }

  private OfflineVerifier verifier(Sentences sentences) throws BadOption {
    try {
      return new OfflineVerifier(
          TrustAnchors.read(trust), trustedLedgers.read(sentences), InstantSource.system());
    } catch (NoSuchFileException e) {
      throw new BadOption(sentences.text("offline.no-trust-file", e.getFile()));
    } catch (IOException e) {
      throw new BadOption(
          sentences.text("offline.trust-unreadable", String.valueOf(e.getMessage())));
    } catch (MalformedCertificate e) {
      throw new BadOption(sentences.text("offline.bad-trust", String.valueOf(e.getMessage())));
    }
  }

  private static OfflineFinding verify(OfflineVerifier verifier, String input) {
    if (ScannedQr.looksLike(input)) {
      return verifier.verifyQr(input);
    }
    try {
      return verifier.verifyFile(Bytes.wrap(Files.readAllBytes(Path.of(input))));
    } catch (IOException e) {
      Wording sentence =
          new Wording(
              Sentences.in(Language.CHINESE).text("offline.unreadable", input),
              Sentences.in(Language.ENGLISH).text("offline.unreadable", input));
      return new OfflineFinding.CannotTell(new Reason("UNREADABLE_FILE", sentence));
    }
  }

  static int exitCode(List<OfflineReport> reports) {
    if (reports.stream().anyMatch(r -> r.finding() instanceof OfflineFinding.NotGenuine)) {
      return NOT_GENUINE;
    }
    boolean all =
        reports.stream()
            .allMatch(
                r ->
                    r.finding() instanceof OfflineFinding.Genuine
                        || r.finding() instanceof OfflineFinding.GenuineReceipt);
    return all ? GENUINE : CANNOT_TELL;
  }
}
