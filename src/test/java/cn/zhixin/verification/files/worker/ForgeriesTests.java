package cn.zhixin.verification.files.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;

class ForgeriesTests {
  private static final Path PUBLISHED =
      Path.of(System.getProperty("zhixin.shared", "../shared"), "corpora", "pdf-forgeries");

  private static final Pattern CMS = Pattern.compile("<(30[0-9A-Fa-f]{200,})>");

  @Test
  void noForgeryPasses() throws Exception {
    assertThat(new ForgeryRun().mutants(1_040)).isEmpty();
  }

  @Test
  void noGenuineFileIsRefused() throws Exception {
    assertThat(new ForgeryRun().refused(200)).isZero();
  }

  @Test
  void noPublishedForgeryPassesThoughItsSignersAreTrusted() throws Exception {
    ExternalTools.requireThat(Files.isDirectory(PUBLISHED), PUBLISHED + " is not there");
    try (Stream<Path> files = Files.list(PUBLISHED)) {
      int trusted = 0;
      for (Path file : files.filter(each -> each.toString().endsWith(".pdf")).sorted().toList()) {
        Bytes bytes = Bytes.wrap(Files.readAllBytes(file));
        List<X509Certificate> signers = signers(bytes);
        trusted += signers.isEmpty() ? 0 : 1;
        FileExamination examination =
            Orders.trusting(signers.toArray(X509Certificate[]::new)).examination();
        assertThat(examination.strict(bytes))
            .as(file.getFileName().toString())
            .isInstanceOf(StrictFinding.Disproved.class);
        assertThat(examination.examine(bytes))
            .as(file.getFileName().toString())
            .isInstanceOfSatisfying(
                FileEvidence.class, evidence -> assertThat(evidence.credentials()).isEmpty());
      }
      assertThat(trusted).isPositive();
    }
  }

  /** Every certificate in every signature of the file. */
  private static List<X509Certificate> signers(Bytes file) throws Exception {
    List<X509Certificate> found = new ArrayList<>();
    Matcher value = CMS.matcher(new String(file.toArray(), StandardCharsets.ISO_8859_1));
    while (value.find()) {
      String digits = value.group(1);
      byte[] cms = HexFormat.of().parseHex(digits.substring(0, digits.length() / 2 * 2));
      try {
        for (X509CertificateHolder each :
            new CMSSignedData(new ByteArrayInputStream(cms)).getCertificates().getMatches(null)) {
          found.add(
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(each.getEncoded())));
        }
      } catch (CMSException notASignature) {
        continue;
      }
    }
    return found;
  }
}
