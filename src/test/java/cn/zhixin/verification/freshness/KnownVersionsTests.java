package cn.zhixin.verification.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.PublicSite;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KnownVersionsTests {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KnownVersions versions = new KnownVersions();

  @Test
  void takesWhatItNeverHeardOfForUnchanged() {
    assertThat(versions.of(PublicSite.UNKNOWN)).isEqualTo(1);
    versions.learn(PublicSite.UNKNOWN, 1);
    assertThat(versions.size()).isZero();
  }

  @Test
  void neverGoesBackToAnOlderVersion() {
    versions.learn(PublicSite.VALID, 3);
    versions.learn(PublicSite.VALID, 2);
    assertThat(versions.of(PublicSite.VALID)).isEqualTo(3);
    assertThat(versions.size()).isEqualTo(1);
  }

  @Test
  void tellsCodesApartThatDifferInAnyOneCharacter() {
    Map<VerificationCode, Integer> all = new HashMap<>();
    for (int place = 0; place < 15; place++) {
      for (int character = 1; character < 10; character++) {
        StringBuilder code = new StringBuilder("000000000000000");
        code.setCharAt(place, (char) ('0' + character));
        all.put(PublicSite.code(code.toString()), 2 + all.size());
      }
    }
    all.put(PublicSite.code("ZZZZZZZZZZZZZZZ"), (1 << 28) - 1);
    all.forEach(versions::learn);
    all.forEach((code, version) -> assertThat(versions.of(code)).isEqualTo(version));
    assertThat(versions.size()).isEqualTo(all.size());
    assertThat(versions.of(PublicSite.UNKNOWN)).isEqualTo(1);
  }

  @Test
  void agreesWithAPlainMapThroughManyChanges() {
    Random random = new Random(20251103);
    Map<VerificationCode, Integer> plain = new HashMap<>();
    VerificationCode[] codes = new VerificationCode[20_000];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = VerificationCode.generate(RANDOM);
    }
    for (int i = 0; i < 100_000; i++) {
      VerificationCode code = codes[random.nextInt(codes.length)];
      int version = 2 + random.nextInt(40);
      versions.learn(code, version);
      plain.merge(code, version, Math::max);
    }
    for (VerificationCode code : codes) {
      assertThat(versions.of(code)).isEqualTo(plain.getOrDefault(code, 1));
    }
    assertThat(versions.size()).isEqualTo(plain.size());
  }

  @Test
  void aReaderSeesWhatWasLearntBeforeWhileTheMapGrows() {
    VerificationCode[] codes = new VerificationCode[200_000];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = VerificationCode.generate(RANDOM);
    }
    AtomicInteger learnt = new AtomicInteger();
    CompletableFuture<Integer> reader =
        CompletableFuture.supplyAsync(
            () -> {
              int missed = 0;
              Random random = new Random(7);
              while (learnt.get() < codes.length) {
                int known = learnt.get();
                if (known > 0) {
                  int one = random.nextInt(known);
                  missed += versions.of(codes[one]) == 2 + one ? 0 : 1;
                }
              }
              return missed;
            });
    for (int i = 0; i < codes.length; i++) {
      versions.learn(codes[i], 2 + i);
      learnt.set(i + 1);
    }
    assertThat(reader.join()).isZero();
  }
}
