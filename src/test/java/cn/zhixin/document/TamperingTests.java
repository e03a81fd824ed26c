package cn.zhixin.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;

class TamperingTests {
  private static final TestAuthority AUTHORITY = new TestAuthority();

  /** Chosen by chance with a fixed seed, outside the hexadecimal digits of the signature. */
  private static final int CHANGED_BYTES = 1500;

  private static final Pattern SIGNATURE =
      Pattern.compile("/ByteRange\\[0 (\\d+) (\\d+) (\\d+)]/Contents<([0-9A-F]+)>");

  @Test
  void aChangedByteAnywhereIsFound() throws Exception {
    byte[] pdf =
        Certificates.official("official-landscape")
            .newRenderer(AUTHORITY.newSigner())
            .render(Certificates.content(Certificates.photo()))
            .pdf()
            .toArray();
    int hole = new String(pdf, StandardCharsets.ISO_8859_1).indexOf("/Contents<") + 10;
    int holeEnd = hole + 2 * AUTHORITY.newSigner().maximumSize();
    Random random = new Random(23);
    List<Integer> unnoticed = new ArrayList<>();
    for (int i = 0; i < CHANGED_BYTES; i++) {
      int at = random.nextInt(pdf.length);
      if (at >= hole && at < holeEnd) {
        continue;
      }
      byte[] changed = pdf.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      if (passes(changed)) {
        unnoticed.add(at);
      }
    }

    assertThat(passes(pdf)).isTrue();
    assertThat(unnoticed).isEmpty();
  }

  /** Whether the signature covers the whole file but itself and is right. */
  private static boolean passes(byte[] pdf) throws OperatorCreationException {
    Matcher found = SIGNATURE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
    if (!found.find()) {
      return false;
    }
    int hole = Integer.parseInt(found.group(1));
    int after = Integer.parseInt(found.group(2));
    int rest = Integer.parseInt(found.group(3));
    if (hole != found.start(4) - 1 || after != found.end(4) + 1 || after + rest != pdf.length) {
      return false;
    }
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.write(pdf, 0, hole);
    signed.write(pdf, after, rest);
    try {
      CMSSignedData cms =
          new CMSSignedData(
              new CMSProcessableByteArray(signed.toByteArray()),
              HexFormat.of().parseHex(found.group(4)));
      X509CertificateHolder signer = cms.getCertificates().getMatches(null).iterator().next();
      return cms.getSignerInfos()
          .iterator()
          .next()
          .verify(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
    } catch (CMSException | CertificateException e) {
      return false;
    }
  }
}
