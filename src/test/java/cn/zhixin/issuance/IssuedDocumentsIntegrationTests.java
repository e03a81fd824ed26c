package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import cn.zhixin.Program;
import cn.zhixin.certificate.CredentialCodec;
import cn.zhixin.document.DssValidation;
import cn.zhixin.document.VeraPdf;
import cn.zhixin.document.reading.CertificatePdf;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.document.reading.Reading;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.signing.CertificateFiles;
import cn.zhixin.signing.CmsOutcome;
import cn.zhixin.signing.CmsVerifier;
import cn.zhixin.signing.CoseOutcome;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.SignatureLevel;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.signing.VerificationKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Every PDF of issued rosters, looked at by us and by others. */
class IssuedDocumentsIntegrationTests {
  private static final Path KEYS = Path.of("keys-sample");
  private static final List<String> NAMES =
      List.of("㛃思源", "𬭎建国", "王𬱖", "李䶮", "赵龑", "张𠅤", "刘𬬻铭", "古丽巴哈尔·阿卜杜热合曼");

  @TempDir private static Path folder = Path.of("");

  private static List<Path> files = List.of();
  private static Program program = new Program(folder);

  @BeforeAll
  static void issueRosters() throws Exception {
    program = new Program(folder.resolve("home"));
    Path rare = Rosters.write(folder.resolve("rare.csv"), NAMES, 5);
    Path out = folder.resolve("out");
    Program.Result first =
        program.run("issue", "src/docs/samples/roster.xlsx", "--out", out.toString());
    Program.Result second =
        program.run(
            "issue",
            rare.toString(),
            "--out",
            out.toString(),
            "--template",
            "official-landscape-bilingual");
    assertThat(first.exitCode()).as(first.output()).isZero();
    assertThat(second.exitCode()).as(second.output()).isZero();
    try (Stream<Path> issued = Files.list(out)) {
      files = issued.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
    assertThat(files).hasSize(20 + NAMES.size());
  }

  @Test
  void passTotallyInDssWithTimeStampAndOurRootAlone() throws Exception {
    byte[] root = Files.readAllBytes(KEYS.resolve("root.cer.pem"));
    List<byte[]> revocations =
        List.of(
            Files.readAllBytes(KEYS.resolve("root.crl.pem")),
            Files.readAllBytes(KEYS.resolve("issuing-ca.crl.pem")));
    for (Path file : files) {
      assertThat(DssValidation.of(bytes(file), root, revocations))
          .isEqualTo(
              new DssValidation(
                  "PAdES-BASELINE-T", "TOTAL_PASSED", "NO_CHANGE_PERMITTED", true, 1));
    }
  }

  @Test
  void complyWithPdfA3aAndPdfUa1() throws Exception {
    for (Path file : files) {
      assertThat(VeraPdf.brokenRules(bytes(file), PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1))
          .as(file.toString())
          .isEmpty();
    }
  }

  @Test
  void areSignedByTheChainOfOurRootAndCarryTheirCredential() throws Exception {
    VerificationKeys keys =
        VerificationKeys.of(
            CertificateFiles.read(
                Files.readAllBytes(KEYS.resolve("committee.cer.pem")), "committee"));
    TreeSet<String> names = new TreeSet<>();
    for (Path file : files) {
      CertificatePdf pdf = read(bytes(file));
      assertThat(verify(pdf)).isInstanceOf(CmsOutcome.Passed.class);
      assertThat(((CmsOutcome.Passed) verify(pdf)).level()).isEqualTo(SignatureLevel.B_T);

      assertThat(pdf.qrText()).endsWith("#" + DecimalDigits.encode(pdf.credential()));
      CoseOutcome credential = CoseSign1.parse(pdf.credential()).verify(keys);
      assertThat(credential).isInstanceOf(CoseOutcome.Passed.class);
      var claims = CredentialCodec.decode(((CoseOutcome.Passed) credential).payload());
      assertThat(file.getFileName()).hasToString(claims.number() + ".pdf");
      assertThat(pdf.pageText()).contains(claims.holderName());
      names.add(claims.holderName());
    }
    assertThat(names).containsAll(NAMES);
  }

  @Test
  void comeInOneZipFileForEachBatchWithoutWhatWasRevokedSince() throws Exception {
    Path zip = Files.createDirectories(folder.resolve("handed")).resolve("out.zip");
    Program.Result whole = program.run("batch", "zip", "2", zip.toString());
    assertThat(whole.exitCode()).as(whole.output()).isZero();
    assertThat(whole.output()).contains("8 张证书（批次共 8 行）");
    Map<String, Bytes> entries = entries(zip);
    assertThat(entries).hasSize(NAMES.size());
    for (Path file : files) {
      Bytes entry = entries.get(String.valueOf(file.getFileName()));
      assertThat(entry == null || entry.equals(bytes(file))).as(file.toString()).isTrue();
    }
    String code = codeOf(entries.values().iterator().next());
    Program.Result revoked =
        program.run("certificate", "revoke", code, "--reason", "弄虚作假", "--ground", "威人社发〔2026〕3号");
    assertThat(revoked.exitCode()).as(revoked.output()).isZero();

    Path later = folder.resolve("handed/later.zip");
    Program.Result rest = program.run("batch", "zip", "2", later.toString(), "--lang", "en");
    assertThat(rest.exitCode()).as(rest.output()).isEqualTo(1);
    assertThat(rest.output())
        .contains("7 certificates of 8 rows", " is not in it: ", "revoked")
        .doesNotContain("rejected");
    assertThat(entries(later)).hasSize(NAMES.size() - 1);
    assertThat(entries.entrySet()).containsAll(entries(later).entrySet());
    assertThat(program.run("batch", "zip", "77", folder.resolve("none.zip").toString()).output())
        .contains("没有编号为 77 的批次");
    assertThat(folder.resolve("none.zip")).doesNotExist();
  }

  @Test
  void areNotOrderedAgainWhenTheirRosterIsBroughtAgain() throws Exception {
    Path out = folder.resolve("again");
    String batches = program.run("batch", "list", "--all").output();
    Program.Result again =
        program.run("issue", "src/docs/samples/roster.xlsx", "--out", out.toString());
    assertThat(again.exitCode()).as(again.output()).isZero();
    assertThat(again.output())
        .contains("名单中没有人还需要签发，未建批次", "此前已有证书 20 份，未重复签发")
        .doesNotContain("已建批次");
    assertThat(program.run("batch", "list", "--all").output()).isEqualTo(batches);
    try (Stream<Path> copies = Files.list(out)) {
      List<Path> pdfs = copies.filter(file -> file.toString().endsWith(".pdf")).toList();
      assertThat(pdfs).hasSize(20);
      for (Path copy : pdfs) {
        Path first = folder.resolve("out").resolve(copy.getFileName());
        assertThat(Files.mismatch(first, copy)).isEqualTo(-1);
      }
    }
  }

  private static Map<String, Bytes> entries(Path zip) throws Exception {
    Map<String, Bytes> entries = new TreeMap<>();
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(archive.entries())) {
        assertThat(entry.getTimeLocal().toLocalDate())
            .as("the day it was issued on, not the archive's earliest")
            .isAfter(LocalDate.EPOCH.plusYears(50));
        entries.put(entry.getName(), Bytes.wrap(archive.getInputStream(entry).readAllBytes()));
      }
    }
    return entries;
  }

  private static String codeOf(Bytes file) throws Exception {
    String qr = read(file).qrText();
    return qr.substring(qr.lastIndexOf("/v/") + 3, qr.indexOf('#'));
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void showAnyChangedByte() throws Exception {
    Random random = new Random(7);
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      for (int change = 0; change < 5; change++) {
        byte[] changed = content.clone();
        int position = random.nextInt(changed.length);
        changed[position] ^= (byte) (1 << random.nextInt(8));
        // of a hexadecimal digit the case says nothing
        boolean same = latin1(changed).equalsIgnoreCase(latin1(content));
        Reading reading = new CertificatePdfReader().read(Bytes.wrap(changed));
        assertThat(
                !same
                    && reading instanceof CertificatePdf pdf
                    && verify(pdf) instanceof CmsOutcome.Passed)
            .as("%s, byte %d", file, position)
            .isFalse();
      }
    }
  }

  @Test
  void areSoundForPopplerAndQpdf() throws Exception {
    Path pdfsig = ExternalTools.require("pdfsig");
    Path qpdf = ExternalTools.require("qpdf");
    for (Path file : files) {
      assertThat(ExternalTools.run(pdfsig, "-nocert", file).output())
          .contains("Total document signed", "Signature is Valid");
      assertThat(ExternalTools.run(qpdf, "--check", file).exit()).isZero();
    }
  }

  @Test
  void printAQrThatZbarReadsAt300Dpi() throws Exception {
    Path pdftoppm = ExternalTools.require("pdftoppm");
    Path zbar = ExternalTools.require("zbarimg");
    List<String> unread = new ArrayList<>();
    for (Path file : files) {
      Path picture = folder.resolve("page");
      ExternalTools.run(pdftoppm, "-r", "300", "-png", "-singlefile", file, picture);
      String text = ExternalTools.run(zbar, "-q", "--raw", folder.resolve("page.png")).output();
      if (!text.contains(read(bytes(file)).qrText())) {
        unread.add(file + ": " + text);
      }
    }
    assertThat(unread).isEmpty();
  }

  private static CmsOutcome verify(CertificatePdf pdf) throws Exception {
    TrustAnchors anchors = TrustAnchors.read(List.of(KEYS.resolve("root.cer.pem")));
    return new CmsVerifier(anchors)
        .verify(pdf.cms(), pdf.signedRanges(), Instant.parse("2030-01-01T00:00:00Z"));
  }

  private static CertificatePdf read(Bytes content) {
    Reading reading = new CertificatePdfReader().read(content);
    assertThat(reading).isInstanceOf(CertificatePdf.class);
    return (CertificatePdf) reading;
  }

  private static Bytes bytes(Path file) throws Exception {
    return Bytes.wrap(Files.readAllBytes(file));
  }
}
