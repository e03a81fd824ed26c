package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.document.Refusal;
import org.junit.jupiter.api.Test;

class TrialRenderingTests {
  /** It looks like the character that can be printed: nobody would find out what to change. */
  @Test
  void namesTheTwinOfACompatibilityIdeographThatNoFontHas() {
    PrintRefusal refusal = TrialRendering.refusal(new Refusal.MissingGlyph("holderName", 0xF900));
    assertThat(refusal.reason().code()).isEqualTo("print.compatibility-ideograph");
    assertThat(refusal.sentence().chinese()).contains("“\uF900”（U+F900）是兼容汉字", "通用汉字是“豈”（U+8C48）");
    assertThat(refusal.sentence().english()).contains("its common twin is 豈 (U+8C48)");
  }

  @Test
  void saysOfAnyOtherCharacterThatNoFontHasIt() {
    PrintRefusal refusal = TrialRendering.refusal(new Refusal.MissingGlyph("holderName", 0x323AF));
    assertThat(refusal.reason().code()).isEqualTo("print.no-glyph");
    assertThat(refusal.sentence().chinese()).contains("U+323AF");
  }
}
