package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SigningConfigurationTests {
  private static final Digest DIGEST = Digest.of(new byte[] {1});

  private final ApplicationContextRunner sample =
      new ApplicationContextRunner()
          .withUserConfiguration(SigningConfiguration.class)
          .withBean(InstantSource.class, InstantSource::system)
          .withPropertyValues(
              "zhixin.signing.key-store=classpath:keys-sample/committee.p12",
              "zhixin.signing.password=sample",
              "zhixin.signing.time-stamp-key-store=classpath:keys-sample/time-stamp.p12",
              "zhixin.signing.trust=classpath:keys-sample/root.cer.pem");

  @Test
  void doesNotStartWithSampleKeysOutsideTheDemo() {
    sample.run(
        context ->
            assertThat(context)
                .hasFailed()
                .getFailure()
                .rootCause()
                .isInstanceOf(SampleKeyRefused.class));
  }

  @Test
  void signsInTheDemoWithAnAuthorityOfItsOwn() {
    sample
        .withPropertyValues("spring.profiles.active=demo", "zhixin.signing.time-stamp=embedded")
        .run(
            context -> {
              byte[] cms = context.getBean(DocumentSigning.class).newSigner().sign(DIGEST);
              CmsVerifier verifier = new CmsVerifier(context.getBean(TrustAnchors.class));
              assertThat(verifier.verify(Bytes.wrap(cms), DIGEST, Instant.now()))
                  .isInstanceOfSatisfying(
                      CmsOutcome.Passed.class,
                      passed -> assertThat(passed.level()).isEqualTo(SignatureLevel.B_T));
            });
  }

  @Test
  void startsWithoutKeysAndRefusesToSign() {
    new ApplicationContextRunner()
        .withUserConfiguration(SigningConfiguration.class)
        .withBean(InstantSource.class, InstantSource::system)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              assertThat(context.getBean(KeyRing.class).signingKeys()).isEmpty();
            });
  }

  @Test
  void saysWhichSettingIsWrong() {
    sample
        .withPropertyValues("spring.profiles.active=demo", "zhixin.signing.time-stamp=ftp://x")
        .run(
            context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("ftp://x"));
  }
}
