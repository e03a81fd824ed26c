package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Provider;
import org.junit.jupiter.api.Test;

/** What it computes is tested with Wycheproof's vectors through {@link EcdsaP256}. */
class BouncyCastleP256Tests {
  /** A class that another version names otherwise would be another algorithm, or none. */
  @Test
  void offersWhatBouncyCastleOffersByTheSameNames() {
    assertThat(BouncyCastleP256.PROVIDER.getServices())
        .hasSize(4)
        .allSatisfy(
            own -> {
              Provider.Service its =
                  BouncyCastle.PROVIDER.getService(own.getType(), own.getAlgorithm());
              assertThat(own.getClassName()).isEqualTo(its.getClassName());
            });
  }
}
