package cn.zhixin.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageGapsTests {
  /** Two ways to say the same, one for speed: they agree on every character there is. */
  @Test
  void areTheSameForThePatternAndForTheLoop() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = Character.toString(c);
      assertThat(PageGaps.without(text).isEmpty())
          .as("U+%04X", c)
          .isEqualTo(text.matches(PageGaps.PATTERN));
    }
  }

  @Test
  void goAndNothingElse() {
    assertThat(PageGaps.without("丛\u3000培\u00a0元\r\n7K3M-9QPX · 高级\t工程师"))
        .isEqualTo("丛培元7K3M9QPX·高级工程师");
  }
}
