package cn.zhixin.verification.offline;

import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.CredentialCodec;
import cn.zhixin.certificate.MalformedCredential;
import cn.zhixin.document.reading.CertificatePdf;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.document.reading.Reading;
import cn.zhixin.document.reading.RefusedPdf;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.following.LedgerSearch;
import cn.zhixin.ledger.following.LedgerSource;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.MalformedCose;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * {@code ledger find FILE URL|DIR}: whether a certificate's issue is in the ledger of today, and
 * what was entered of it since. Exit 0 if it is there, whatever happened to it; 1 if it is not, or
 * the ledger is wrong; 2 if it cannot tell. Does not verify the file's own signature.
 */
@Command(
    name = "find",
    description = {
      "在公开账本中查一张证书 / looks for a certificate in a ledger",
      "查签发是否记入，此后有何事项；退出码 0 已记入，1 未记入或账本有误，2 无法判断。",
      "Its issue and what was entered since; exit 0 it is there, 1 it is not or the ledger is wrong,"
          + " 2 cannot tell."
    },
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = 2)
public final class FindCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "PDF 证书 / a certificate's PDF")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "URL|DIR",
      description = "账本地址或账本文件夹 / the ledger's address, or a folder of its files")
  private String place = "";

  @Mixin private LedgerOptions trustedLedgers = new LedgerOptions();

  @Option(names = "--json", description = "输出 JSON / prints JSON")
  private boolean json;

  @Mixin private LanguageOption language = new LanguageOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try {
      FindReport report = find(Sentences.in(language.spoken()));
      print(report);
      return report.exitCode();
    } catch (NotPassed e) {
      OfflineReport report = new OfflineReport(file.toString(), e.finding(), catalogue());
      print(report);
      return report.exitCode();
    } catch (BadOption e) {
      spec.commandLine().getErr().println(e.getMessage());
      return VerifyCommand.CANNOT_TELL;
    }
  }

  private static Catalogue catalogue() throws Exception {
    return CatalogueFiles.bundled().catalogue();
  }

  private void print(Report report) {
    Language spoken = language.spoken();
    spec.commandLine().getOut().println(json ? json(report.members(spoken)) : report.text(spoken));
  }

  /** By a mapper of the moment: the class is looked at with each command, JSON asked for rarely. */
  private static String json(Object members) {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(members);
  }

  private FindReport find(Sentences sentences) throws BadOption, NotPassed {
    TrustedLedgers ledgers = trustedLedgers.read(sentences);
    if (ledgers.isEmpty()) {
      throw new BadOption(sentences.text("offline.ledger.how"));
    }
    LedgerSource source = source(sentences);
    CertificatePdf pdf = pdf(read(sentences));
    CredentialClaims claims = claims(pdf.credential());
    CarriedProof carried = CarriedProof.read(pdf.ledgerProof(), pdf.credential(), claims);
    String ledger = carried.head().origin();
    LedgerSearch search = new LedgerSearch(source, ledgers.policy(ledger), (done, size) -> {});
    return new FindReport(
        file.toString(), ledger, search.find(carried.proof(), pdf.credential(), claims.issuer()));
  }

  private LedgerSource source(Sentences sentences) throws BadOption {
    try {
      return LedgerSource.at(place);
    } catch (IllegalArgumentException e) {
      throw new BadOption(sentences.text("find.bad-place", place));
    }
  }

  private Bytes read(Sentences sentences) throws BadOption {
    try {
      return Bytes.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BadOption(sentences.text("offline.unreadable", file));
    }
  }

  private static CertificatePdf pdf(Bytes bytes) throws NotPassed {
    Reading reading = new CertificatePdfReader().read(bytes);
    if (reading instanceof RefusedPdf refused) {
      throw NotPassed.notGenuine(refused);
    }
    return (CertificatePdf) reading;
  }

  private static CredentialClaims claims(Bytes credential) throws NotPassed {
    try {
      return CredentialCodec.decode(CoseSign1.parse(credential).payload());
    } catch (MalformedCose | MalformedCredential e) {
      throw NotPassed.notGenuine(OfflineFault.MALFORMED_CREDENTIAL);
    }
  }
}
