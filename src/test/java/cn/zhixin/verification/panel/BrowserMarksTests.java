package cn.zhixin.verification.panel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.door.GroupSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrowserMarksTests {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final List<VerificationCode> CODES =
      List.of(
          PublicSite.VALID,
          PublicSite.SUSPENDED,
          PublicSite.SUPERSEDED,
          PublicSite.REVOKED,
          PublicSite.CANCELLED,
          PublicSite.RARE_NAME);

  private static BrowserMarks at(Instant time, String secret) {
    return new BrowserMarks(
        new GroupSecret(Bytes.ofUtf8(secret)), Clock.fixed(time, ZoneOffset.UTC));
  }

  private final BrowserMarks marks = at(NOW, "secret");

  @Test
  void knowsTheCertificateItWasMadeForAndNoOther() {
    String kept = marks.with("", PublicSite.VALID);
    assertThat(marks.find(kept, PublicSite.VALID)).isPresent();
    assertThat(marks.find(kept, PublicSite.REVOKED)).isEmpty();
    assertThat(kept).doesNotContain(PublicSite.VALID.value()).matches("[0-9a-f.]+");
  }

  @Test
  void endsAfterItsTime() {
    String kept = marks.with("", PublicSite.VALID);
    BrowserMarks before = at(NOW.plus(BrowserMarks.KEPT).minusSeconds(1), "secret");
    assertThat(before.find(kept, PublicSite.VALID)).isPresent();
    assertThat(at(NOW.plus(BrowserMarks.KEPT), "secret").find(kept, PublicSite.VALID)).isEmpty();
    assertThat(at(NOW.plus(Duration.ofDays(9999)), "secret").find(kept, PublicSite.VALID))
        .isEmpty();
  }

  @Test
  void isNoneOfAnotherServicesMarks() {
    String kept = at(NOW, "another secret").with("", PublicSite.VALID);
    assertThat(marks.find(kept, PublicSite.VALID)).isEmpty();
  }

  @Test
  void noticesEveryAlteredCharacter() {
    String kept = marks.with("", PublicSite.VALID);
    for (int i = 0; i < kept.length(); i++) {
      char other = kept.charAt(i) == '0' ? '1' : '0';
      String altered = kept.substring(0, i) + other + kept.substring(i + 1);
      assertThat(marks.find(altered, PublicSite.VALID)).as(altered).isEmpty();
    }
  }

  @Test
  void keepsFiveCertificatesAndOneMarkForEach() {
    String kept = "";
    for (VerificationCode code : CODES) {
      kept = marks.with(marks.with(kept, code), code);
    }
    assertThat(kept.split("~")).hasSize(5);
    assertThat(marks.find(kept, CODES.get(0))).isEmpty();
    for (VerificationCode code : CODES.subList(1, 6)) {
      assertThat(marks.find(kept, code)).isPresent();
    }
  }

  @Test
  void makesADifferentMarkEachTime() {
    assertThat(marks.with("", PublicSite.VALID)).isNotEqualTo(marks.with("", PublicSite.VALID));
  }
}
