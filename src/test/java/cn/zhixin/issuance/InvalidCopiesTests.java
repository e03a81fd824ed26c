package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.CertificateNumber;
import cn.zhixin.certificate.ReleasedDocument;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Digest;
import cn.zhixin.storage.PackedFile;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvalidCopiesTests {
  private static final VerificationCode FIRST = PublicSite.VALID;
  private static final VerificationCode SECOND = new VerificationCode("0000000000000000");

  private final FakeRegistry registry = new FakeRegistry();
  private final InvalidCopies copies = new InvalidCopies(registry, CertificateFixture.NUMBERS);

  @TempDir private Path folder;
  private Path first;
  private Path second;

  @BeforeEach
  void issueTwo() throws Exception {
    first = issued(FIRST, "371000202505020001283");
    second = issued(SECOND, "371000202505020001284");
  }

  private Path issued(VerificationCode code, String number) throws Exception {
    byte[] content = ("document of " + number).getBytes(StandardCharsets.UTF_8);
    Certificate made = CertificateFixture.registered(code, "丛培元");
    registry.issue(
        new Certificate(
            code,
            new CertificateNumber(number),
            1,
            made.result(),
            made.issuedOn(),
            made.credential(),
            made.salt(),
            made.ledgerPlace(),
            new ReleasedDocument(
                Digest.of(content), new PackedFile("pack.zip", 40, content.length)),
            List.of(),
            null,
            null),
        CertificateFixture.ISSUED_AT);
    return Files.write(folder.resolve(number + ".pdf"), content);
  }

  private void happens(CertificateEventKind kind, @Nullable VerificationCode successor) {
    registry.change(FIRST, kind, CertificateFixture.ISSUED_AT.plusSeconds(60), successor);
  }

  private List<InvalidCopy> look(String... valid) throws Exception {
    Set<CertificateNumber> known = Set.of();
    if (valid.length > 0) {
      known = Set.of(new CertificateNumber(valid[0]));
    }
    return copies.moveAside(folder, known);
  }

  private Path aside(Path file) {
    return folder.resolve("not-valid").resolve(file.getFileName());
  }

  @Test
  void leavesWhatIsValidAndWhatIsNoCopyAlone() throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.pdf"), "letter");
    Path unknown = Files.writeString(folder.resolve("371000202505020009999.pdf"), "unknown");
    assertThat(look()).isEmpty();
    assertThat(List.of(first, second, letter, unknown)).allMatch(Files::exists);
    assertThat(folder.resolve("not-valid")).doesNotExist();
  }

  @Test
  void movesTheFileOfARevokedCertificateAndKeepsIt() throws Exception {
    happens(CertificateEventKind.REVOKED, null);
    byte[] content = Files.readAllBytes(first);
    assertThat(look())
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.end()).isEqualTo(InvalidCopy.End.MOVED);
              assertThat(copy.file()).isEqualTo(aside(first)).hasBinaryContent(content);
              assertThat(copy.standing()).isEqualTo(FIRST);
            });
    assertThat(first).doesNotExist();
    assertThat(second).exists();
    assertThat(look()).isEmpty();
  }

  @Test
  void tellsWhichCertificateStandsForAReplacedOne() throws Exception {
    happens(CertificateEventKind.SUPERSEDED, SECOND);
    assertThat(look()).extracting(InvalidCopy::standing).containsExactly(SECOND);
    assertThat(aside(first)).exists();
  }

  @Test
  void touchesNoFileThatSaysSomethingElse() throws Exception {
    happens(CertificateEventKind.REVOKED, null);
    Files.writeString(first, "stamped by hand");
    assertThat(look()).extracting(InvalidCopy::end).containsExactly(InvalidCopy.End.OTHER_CONTENT);
    assertThat(first).hasContent("stamped by hand");
  }

  @Test
  void overwritesNothing() throws Exception {
    happens(CertificateEventKind.REVOKED, null);
    Files.createDirectory(folder.resolve("not-valid"));
    Files.writeString(aside(first), "a note");
    assertThat(look()).extracting(InvalidCopy::end).containsExactly(InvalidCopy.End.NOT_MOVED);
    assertThat(first).exists();
    assertThat(aside(first)).hasContent("a note");
  }

  @Test
  void bringsBackWhatIsValidAgain() throws Exception {
    happens(CertificateEventKind.SUSPENDED, null);
    look();
    assertThat(first).doesNotExist();
    happens(CertificateEventKind.RESUMED, null);
    assertThat(look("371000202505020001283")).isEmpty();
    assertThat(first).exists();
    assertThat(aside(first)).doesNotExist();
  }
}
