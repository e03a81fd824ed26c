package cn.zhixin.verification;

import cn.zhixin.catalogue.AcquisitionMethod;
import cn.zhixin.catalogue.Committee;
import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.catalogue.Issuer;
import cn.zhixin.catalogue.Level;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Series;
import cn.zhixin.catalogue.Sex;
import cn.zhixin.catalogue.Title;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateNumber;
import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.CredentialCodec;
import cn.zhixin.certificate.NumberPattern;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.certificate.ReleasedDocument;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.ledger.Salt;
import cn.zhixin.signing.CoseSign1;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.VerificationKey;
import cn.zhixin.storage.PackedFile;
import cn.zhixin.verification.answers.CredentialFinding;
import cn.zhixin.verification.answers.SigningKeyFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Certificates as a city's engineering committee grants them. */
public final class CertificateFixture {
  /** The demo's keys, at a moment when they are valid. */
  public static final KeyRing KEYS = SampleRing.open();

  public static final NumberPatterns NUMBERS =
      new NumberPatterns(NumberPattern.parse(NumberPattern.DEFAULT), Map.of());

  private static final VerificationKey KEY = SampleRing.issuingKey(KEYS).verification();

  public static final Instant ISSUED_AT = SampleRing.AT;
  public static final LocalDate ISSUED_ON =
      LocalDate.ofInstant(ISSUED_AT, ZoneId.of("Asia/Shanghai"));
  public static final String IDENTITY_NUMBER = "371002198808120034";
  public static final String EMPLOYER = "荣成市远洋渔业有限公司";

  /** As many digits as a credential in a QR symbol has. */
  public static final String DIGITS = "0123456789".repeat(40);

  public static final CredentialFinding.Genuine GENUINE =
      new CredentialFinding.Genuine(
          new SigningKeyFacts(KEY.id().toString(), KEY.notBefore(), KEY.notAfter()), DIGITS);

  private static final String SPECIALTY = "机械设计与制造";
  private static final LocalDate ACQUIRED_ON = LocalDate.of(2025, 11, 3);
  private static final Issuer ISSUER =
      new Issuer(
          1,
          "威海市人力资源和社会保障局",
          "Weihai Human Resources and Social Security Bureau",
          "371000",
          "11371000004368072P");
  private static final Series ENGINEERING = new Series("05", "工程技术", "Engineering", List.of("工程"));
  private static final Title SENIOR_ENGINEER =
      new Title("0502", "高级工程师", "Senior Engineer", ENGINEERING, Level.ASSOCIATE_SENIOR);
  private static final Committee COMMITTEE =
      new Committee(
          15,
          "威海市工程技术职务高级评审委员会",
          ISSUER,
          Set.of("05"),
          Set.of(Level.SENIOR, Level.ASSOCIATE_SENIOR));

  private CertificateFixture() {}

  /** Registered, not yet issued. */
  public static Certificate registered(VerificationCode code, String holderName) {
    TitleResult result =
        new TitleResult(
            new PersonName(holderName),
            Sex.MALE,
            new IdentityDocument(IdentityDocumentKind.RESIDENT_IDENTITY_CARD, IDENTITY_NUMBER),
            LocalDate.of(1988, 8, 12),
            EMPLOYER,
            SENIOR_ENGINEER,
            SPECIALTY,
            COMMITTEE,
            AcquisitionMethod.REVIEW,
            ACQUIRED_ON,
            "威人社发〔2025〕12号");
    CertificateNumber number = new CertificateNumber("371000202505020001283");
    return new Certificate(
        code,
        number,
        1,
        result,
        ISSUED_ON,
        credential(number, holderName),
        new Salt(Bytes.ofHex("000102030405060708090a0b0c0d0e0f")),
        new LedgerPlace(1234, ISSUED_AT.truncatedTo(ChronoUnit.MILLIS)),
        new ReleasedDocument(
            Digest.of(Bytes.ofUtf8("document of " + code)), new PackedFile("pack.zip", 40, 9)),
        List.of(),
        null,
        null);
  }

  /** Signed with the sample key. */
  public static Bytes credential(CertificateNumber number, String holderName) {
    CredentialClaims claims =
        new CredentialClaims(
            number,
            holderName,
            502,
            Level.ASSOCIATE_SENIOR.code(),
            SPECIALTY,
            COMMITTEE.number(),
            ISSUER.number(),
            ACQUIRED_ON,
            ISSUED_ON);
    return CoseSign1.sign(CredentialCodec.encode(claims), SampleRing.issuingKey(KEYS)).encoded();
  }
}
