package cn.zhixin.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedCreditCodeTests {
  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "11371000MB0000019B"})
  void acceptsRightCodes(String code) {
    assertThat(UnifiedCreditCode.check(code)).isEqualTo(UnifiedCreditCode.Check.RIGHT);
    assertThat(new UnifiedCreditCode(code).value()).isEqualTo(code);
  }

  @Test
  void refusesWrongLengthAlphabetAndCheck() {
    assertThat(UnifiedCreditCode.check("91350100M000100Y4"))
        .isEqualTo(UnifiedCreditCode.Check.WRONG_LENGTH);
    assertThat(UnifiedCreditCode.check("91350100M000100Y4Z"))
        .isEqualTo(UnifiedCreditCode.Check.WRONG_CHARACTER);
    assertThat(UnifiedCreditCode.check("91350100M000100Y44"))
        .isEqualTo(UnifiedCreditCode.Check.WRONG_CHECK_CHARACTER);
  }

  @Test
  void findsEverySingleWrongCharacter() {
    String right = "91350100M000100Y43";
    for (int i = 0; i < right.length(); i++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        String changed = right.substring(0, i) + c + right.substring(i + 1);
        assertThat(UnifiedCreditCode.check(changed) == UnifiedCreditCode.Check.RIGHT)
            .isEqualTo(changed.equals(right));
      }
    }
  }
}
