package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.offline.OfflineFinding;
import cn.zhixin.verification.offline.OfflineVerifier;
import cn.zhixin.verification.offline.TrustedLedgers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example in {@code src/docs/format.md} is a certificate, byte by byte. */
class FormatDocsTests {
  private static final Pattern QR_TEXT = Pattern.compile("```\n(http://localhost[^`]+)```");
  private static final Pattern CREDENTIAL = Pattern.compile("```\n(d284[0-9a-f\n]+)```");

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
  void exampleOfCredentialIsWhatTheDigitsSay() throws Exception {
    String text = example(QR_TEXT);

    String digits = text.substring(text.indexOf('#') + 1);

    assertThat(DecimalDigits.decode(digits).toHex()).isEqualTo(example(CREDENTIAL));
  }

  private static String example(Pattern block) throws IOException {
    Matcher found = block.matcher(Files.readString(Path.of("src/docs/format.md")));
    assertThat(found.find()).as("an example " + block).isTrue();
    return found.group(1).replace("\n", "");
  }
}
