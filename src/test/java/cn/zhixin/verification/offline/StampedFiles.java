package cn.zhixin.verification.offline;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.document.SignatureHole;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.signing.CmsAlteration;
import cn.zhixin.signing.CmsSigner;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.TimeStampAuthority;
import cn.zhixin.signing.TimeStampClient;
import cn.zhixin.signing.TimeStampServer;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.SampleRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Certificates of level B-T as files, and what can be done to a file's signature from outside. */
public final class StampedFiles implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final IssuedFiles files = new IssuedFiles();
  private final TimeStampServer server;
  private final TimeStampClient timeStamps;
  private final CmsSigner signer;

  public StampedFiles() throws Exception {
    KeyRing keys =
        KeyRing.builder(() -> SampleRing.AT)
            .allowSampleKeys(true)
            .keyStore(sample("committee.p12"), "sample".toCharArray(), "committee.p12")
            .keyStore(sample("time-stamp.p12"), "sample".toCharArray(), "time-stamp.p12")
            .build();
    server =
        TimeStampServer.start(
            new TimeStampAuthority(
                keys.signingKey(KeyPurpose.TIME_STAMP), "2.25.1", () -> SampleRing.AT),
            0);
    timeStamps =
        new TimeStampClient(
            server.address(),
            Duration.ofSeconds(20),
            TrustAnchors.of(List.of(SampleRing.certificate("root.cer.pem"))));
    signer = new DocumentSigning(keys, timeStamps).newSigner();
  }

  /** Asks the same authority, as long as this is not closed. */
  public TimeStampClient timeStamps() {
    return timeStamps;
  }

  private static byte[] sample(String file) throws IOException {
    return Files.readAllBytes(Path.of("keys-sample", file));
  }

  public Bytes file(Certificate certificate) throws Exception {
    return files.file(
        certificate,
        certificate.result().name().value(),
        IssuedFiles.qr(certificate),
        EnteredCertificates.proof(certificate).encoded(),
        new DocumentSigner() {
          @Override
          public int maximumSize() {
            return signer.maximumSize();
          }

          @Override
          public byte[] sign(Digest byteRanges) {
            return signer.sign(byteRanges);
          }
        });
  }

  @Override
  public void close() {
    server.close();
  }

  /**
   * Every alteration of a stamped file's signature, none of which breaks what is signed.
   *
   * @return by what was done; the codes of their faults before the colon
   */
  public static Map<String, Bytes> altered(Bytes file) {
    SignatureHole hole = SignatureHole.of(new RenderedDocument(file, Digest.of(file)));
    byte[] value = hole.content();
    Bytes cms = Bytes.wrap(Arrays.copyOf(value, 4 + ((value[2] & 0xFF) << 8 | value[3] & 0xFF)));
    Map<String, Bytes> all = new LinkedHashMap<>();
    List<CmsAlteration> alterations = new ArrayList<>(CmsAlteration.ofAny());
    alterations.addAll(CmsAlteration.ofStamped());
    alterations.add(CmsAlteration.stampRemoved());
    for (CmsAlteration each : alterations) {
      byte[] changed = each.apply(cms).toArray();
      all.put(each.fault() + ": " + each.name(), hole.filledWith(changed).pdf());
    }
    String digits = HEX.formatHex(value);
    String text = new String(file.toArray(), StandardCharsets.ISO_8859_1);
    String lower = digits.replaceFirst("[A-F]", String.valueOf((char) (firstLetter(digits) | 32)));
    all.put("SIGNATURE_REWRITTEN: small digits", with(text, digits, digits.toLowerCase()));
    all.put("SIGNATURE_REWRITTEN: one small digit", with(text, digits, lower));
    all.put(
        "SIGNATURE_MALFORMED: something in the last byte",
        with(text, digits, digits.substring(0, digits.length() - 1) + "1"));
    int end = 2 * cms.size();
    all.put(
        "SIGNATURE_MALFORMED: something behind the signature",
        with(text, digits, digits.substring(0, end) + "0500" + digits.substring(end + 4)));
    all.put(
        "SIGNATURE_MALFORMED: white space behind the signature",
        with(text, digits, digits.substring(0, end) + "  " + digits.substring(end + 2)));
    return all;
  }

  private static char firstLetter(String digits) {
    return (char) digits.chars().filter(Character::isLetter).findFirst().orElseThrow();
  }

  private static Bytes with(String text, String digits, String others) {
    return Bytes.wrap(text.replace(digits, others).getBytes(StandardCharsets.ISO_8859_1));
  }
}
