package cn.zhixin.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcDocumentDigestsTests {
  private final TestRegistry registry = new TestRegistry();
  private final DocumentDigests digests = new JdbcDocumentDigests(registry.jdbc);

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void findTheCertificateThatWasReleasedAsTheFile() {
    Certificate one = registry.issued(Results.person(1));
    Certificate two = registry.issued(Results.person(2));

    assertThat(digests.find(digest(one))).contains(one.code());
    assertThat(digests.find(digest(two))).contains(two.code());
    assertThat(digests.find(Digest.of("another".getBytes(StandardCharsets.UTF_8)))).isEmpty();
  }

  @Test
  void knowNoFileOfWhatIsNotReleased() {
    registry.register(List.of(Results.person(3)));

    assertThat(
            registry.jdbc.sql("select count(*) from certificate_event").query(Long.class).single())
        .isZero();
  }

  private static Digest digest(Certificate certificate) {
    return Objects.requireNonNull(certificate.documentDigest());
  }
}
