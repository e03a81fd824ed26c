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
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code verify FILE|FOLDER|QR-TEXT…}: exit 0 if all are genuine, 1 if any is not, 2 if it cannot
 * tell.
 */
@Command(
    name = "verify",
    description = "离线查验证书文件或二维码内容 / verifies certificate files or QR texts without a network",
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = 2)
public final class VerifyCommand implements Callable<Integer> {
  static final int GENUINE = 0;
  static final int NOT_GENUINE = 1;
  static final int CANNOT_TELL = 2;

  private final InstantSource clock;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|QR-TEXT",
      description =
          "PDF 证书、核验报告（PDF 或 JSON）、装有 PDF 的文件夹，或二维码的全部内容"
              + " / a certificate's PDF, a receipt (PDF or JSON), a folder of PDFs, or all of a"
              + " QR's text")
  private List<String> inputs = List.of();

  @Option(
      names = "--trust",
      paramLabel = "PEM",
      description =
          "所信任的证书，可写多次：签发机构的证书或其根证书；带时间戳的，还要时间戳机构的根证书"
              + " / a trusted certificate, may be repeated: the issuer's or its root, and the root"
              + " of the time stamps' authority if there are time stamps")
  private List<Path> trust = List.of();

  @Mixin private LedgerOptions trustedLedgers = new LedgerOptions();

  @Option(names = "--json", description = "输出 JSON / prints JSON")
  private boolean json;

  @Option(
      names = "--brief",
      description =
          "每份只输出一行：证书编号，或原因及其代码"
              + " / prints one line each: the certificate's number, or the reason with its code")
  private boolean brief;

  @Mixin private LanguageOption language = new LanguageOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  public VerifyCommand() {
    this(InstantSource.system());
  }

  /**
   * @param clock tells how long it takes
   */
  VerifyCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Language spoken = language.spoken();
    Sentences sentences = Sentences.in(spoken);
    OfflineVerifier verifier;
    try {
      verifier = verifier(sentences);
    } catch (BadOption e) {
      spec.commandLine().getErr().println(e.getMessage());
      return CANNOT_TELL;
    }
    Tally tally = new Tally();
    try (VerifyOutput output =
        json ? VerifyOutput.json(out, spoken) : text(out, spoken, sentences, tally)) {
      Catalogue catalogue = CatalogueFiles.bundled().catalogue();
      List<String> all = Inputs.expanded(inputs);
      Progress progress = progress(sentences, all.size());
      InOrder.<String, OfflineReport>each(
          all,
          input -> new OfflineReport(input, verify(verifier, input), catalogue),
          report -> {
            tally.add(report);
            output.add(report);
            progress.advance();
          });
    }
    out.flush();
    return tally.exitCode();
  }

  /** On a terminal the reports themselves show how far it is. */
  private Progress progress(Sentences sentences, int total) {
    PrintWriter out =
        System.console() == null
            ? spec.commandLine().getErr()
            : new PrintWriter(Writer.nullWriter());
    return new Progress(out, sentences, clock, total);
  }

  private VerifyOutput text(PrintWriter out, Language spoken, Sentences sentences, Tally tally) {
    return new VerifyOutput() {
      @Override
      public void add(OfflineReport report) {
        out.println(brief ? report.line(spoken) : report.text(spoken));
      }

      @Override
      public void close() {
        if (tally.all() > 1) {
          out.println(
              sentences.text(
                  "offline.tally",
                  tally.all(),
                  tally.genuine(),
                  tally.notGenuine(),
                  tally.cannotTell()));
        }
        // the long form says so of each, with the address that knows
        if (brief && tally.genuine() > tally.genuineQrs()) {
          out.println(sentences.text("offline.status.brief"));
        }
        if (brief && tally.genuineQrs() > 0) {
          out.println(sentences.text("offline.status.qr.brief"));
        }
        if (trust.isEmpty()) {
          out.println(sentences.text("offline.trust"));
        }
        if (tally.isStampUntrusted()) {
          out.println(sentences.text("offline.stamped-by.how"));
        }
        if (tally.isLedgerUnchecked()) {
          out.println(sentences.text("offline.ledger.how"));
        }
      }
    };
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
      throw new BadOption(sentences.text("offline.bad-trust", e.file()));
    }
  }

  private static OfflineFinding verify(OfflineVerifier verifier, String input) {
    if (ScannedQr.looksLike(input)) {
      return verifier.verifyQr(input);
    }
    try {
      return verifier.verifyFile(Bytes.wrap(Files.readAllBytes(Path.of(input))));
    } catch (IOException e) {
      return Inputs.isFolder(input)
          ? cannotTell("EMPTY_FOLDER", "offline.empty-folder", input)
          : cannotTell("UNREADABLE_FILE", "offline.unreadable", input);
    }
  }

  private static OfflineFinding cannotTell(String code, String sentence, String input) {
    return new OfflineFinding.CannotTell(
        new Reason(
            code,
            new Wording(
                Sentences.in(Language.CHINESE).text(sentence, input),
                Sentences.in(Language.ENGLISH).text(sentence, input))));
  }
}
