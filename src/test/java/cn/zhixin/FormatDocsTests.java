package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointFinding;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.bulk.ListFault;
import cn.zhixin.verification.offline.OfflineFinding;
import cn.zhixin.verification.offline.OfflineVerifier;
import cn.zhixin.verification.offline.TrustedLedgers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example in {@code src/docs/format.md} is a certificate, byte by byte. */
class FormatDocsTests {
  private static final Path FORMAT = Path.of("src/docs/format.md");
  private static final int ISSUER = 1;
  private static final Pattern QR_TEXT = Pattern.compile("```\n(http://localhost[^`]+)```");
  private static final Pattern CREDENTIAL = Pattern.compile("```\n(d284[0-9a-f\n]+)```");
  private static final Pattern LEAF = Pattern.compile("```\n(a401[0-9a-f\n]+)```");
  private static final Pattern PROOF = Pattern.compile("```\n(c2sp\\.org/tlog-proof[^`]+)```");

  @Test
  void exampleOfQrTextIsGenuineByTheSampleKey() throws Exception {
    TrustAnchors sample = TrustAnchors.read(List.of(Path.of("keys-sample/committee.cer.pem")));

    OfflineFinding finding =
        new OfflineVerifier(sample, TrustedLedgers.none(), InstantSource.system())
            .verifyQr(example(QR_TEXT));

    assertThat(finding).isInstanceOf(OfflineFinding.Genuine.class);
    assertThat(((OfflineFinding.Genuine) finding).claims().holderName()).isEqualTo("丛思齐");
  }

  @Test
  void namesTheUseOfReceiptsKeysAndEveryReasonToRefuseAList() throws Exception {
    String format = Files.readString(FORMAT);

    try (InputStream file = Files.newInputStream(Path.of("keys-sample/receipts.cer.pem"))) {
      X509Certificate key =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
      assertThat(key.getExtendedKeyUsage())
          .singleElement()
          .satisfies(u -> assertThat(format).contains(u));
    }
    for (ListFault fault : ListFault.values()) {
      assertThat(format).contains("`" + fault.code() + "`");
    }
  }

  @Test
  void exampleOfCredentialIsWhatTheDigitsSay() throws Exception {
    String text = example(QR_TEXT);

    String digits = text.substring(text.indexOf('#') + 1);

    assertThat(DecimalDigits.decode(digits).toHex()).isEqualTo(example(CREDENTIAL));
  }

  @Test
  void exampleOfLeafIsMadeOfCredentialAndProof() throws Exception {
    LedgerProof proof = LedgerProof.parse(Bytes.ofUtf8(exampleAsItIs(PROOF)));

    assertThat(proof.leaf(Bytes.ofHex(example(CREDENTIAL)), ISSUER).encoded().toHex())
        .isEqualTo(example(LEAF));
  }

  @Test
  void exampleOfProofLeadsToACheckpointOfTheSampleLedger() throws Exception {
    LedgerProof proof = LedgerProof.parse(Bytes.ofUtf8(exampleAsItIs(PROOF)));
    String vkey = Files.readString(Path.of("keys-sample/ledger.vkey"));

    CheckpointFinding finding =
        CheckpointPolicy.of(VerifierKey.parse(vkey)).check(proof.checkpoint());

    assertThat(finding).isInstanceOf(CheckpointFinding.Trusted.class);
    Checkpoint head = ((CheckpointFinding.Trusted) finding).checkpoint();
    assertThat(proof.inclusion(head).root(TreeHash.leaf(Bytes.ofHex(example(LEAF)))))
        .isEqualTo(head.root());
    assertThat(Files.readString(FORMAT)).contains(vkey.strip(), "`" + head.root().toHex() + "`");
  }

  private static String example(Pattern block) throws IOException {
    return exampleAsItIs(block).replace("\n", "");
  }

  private static String exampleAsItIs(Pattern block) throws IOException {
    Matcher found = block.matcher(Files.readString(FORMAT));
    assertThat(found.find()).as("an example " + block).isTrue();
    return found.group(1);
  }
}
