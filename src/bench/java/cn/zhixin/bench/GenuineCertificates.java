package cn.zhixin.bench;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.CredentialSigner;
import cn.zhixin.certificate.DocumentRelease;
import cn.zhixin.certificate.Registration;
import cn.zhixin.certificate.ReleasedDocument;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.Ledger;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.storage.PackedFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Issues certificates of made-up people by the registry's own doors, all but the documents. */
final class GenuineCertificates {
  private static final int CHUNK = 500;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Certificates certificates;
  private final Ledger ledger;
  private final Catalogue catalogue;
  private final CredentialSigner signer;
  private final LocalDate today = LocalDate.now(CHINA);

  GenuineCertificates(RegistryNode office) {
    this.certificates = office.get(Certificates.class);
    this.ledger = office.get(Ledger.class);
    this.catalogue = office.get(Catalogue.class);
    KeyRing keys = office.get(KeyRing.class);
    this.signer = claims -> CoseSign1.sign(claims, keys.signingKey(KeyPurpose.ISSUING)).encoded();
  }

  List<VerificationCode> issue(int count) throws Exception {
    List<VerificationCode> codes = new ArrayList<>();
    for (int at = 0; at < count; at += CHUNK) {
      List<TitleResult> results =
          IntStream.range(at, Math.min(count, at + CHUNK)).mapToObj(this::result).toList();
      List<DocumentRelease> releases =
          certificates.register(results, today, signer).stream()
              .map(Registration::certificate)
              .map(GenuineCertificates::finished)
              .toList();
      ledger.publish();
      Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
      certificates.release(releases, now, "bench").stream()
          .map(Certificate::code)
          .forEach(codes::add);
    }
    return List.copyOf(codes);
  }

  private static DocumentRelease finished(Certificate certificate) {
    Bytes file = Bytes.ofUtf8(certificate.number().value());
    return new DocumentRelease(
        certificate, new ReleasedDocument(Digest.of(file), new PackedFile("none", 0, file.size())));
  }

  private TitleResult result(int person) {
    return new TitleResult(
        new PersonName(person % 5 == 0 ? "艾合买提·吾买尔" : "欧阳修远"),
        person % 2 == 0 ? Sex.FEMALE : Sex.MALE,
        new IdentityDocument(
            IdentityDocumentKind.PASSPORT, String.format(Locale.ROOT, "E%08d", person)),
        null,
        "威海市某某精密机械有限公司",
        catalogue.title("0503").orElseThrow(),
        "机械工程",
        catalogue.committee(14).orElseThrow(),
        AcquisitionMethod.REVIEW,
        today.minusDays(30),
        "威人社发〔2025〕12号");
  }
}
