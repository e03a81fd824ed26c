package cn.zhixin.document.font;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HuffmanCodeTests {
  @Test
  void staysWithinItsLongestWhateverTheCounts() {
    int[] fibonacci = new int[40];
    for (int i = 0; i < fibonacci.length; i++) {
      fibonacci[i] = i < 2 ? 1 : fibonacci[i - 1] + fibonacci[i - 2];
    }
    for (int longest : new int[] {7, 15, 39}) {
      HuffmanCode code = new HuffmanCode(fibonacci, longest);
      long filled = 0;
      for (int symbol = 0; symbol < fibonacci.length; symbol++) {
        assertThat(code.length(symbol)).isBetween(1, longest);
        filled += 1L << longest - code.length(symbol);
      }
      // complete: inflaters refuse a code that leaves room (Kraft's sum is 1)
      assertThat(filled).isEqualTo(1L << longest);
      assertThat(code.length(39)).isLessThan(code.length(0));
    }
  }

  @Test
  void givesNoCodeToWhatNeverOccurs() {
    HuffmanCode code = new HuffmanCode(new int[] {5, 0, 2, 0, 1}, 7);

    assertThat(code.length(1)).isZero();
    assertThat(code.length(0)).isEqualTo(1);
    assertThat(code.length(2)).isEqualTo(2);
    assertThat(code.length(4)).isEqualTo(2);
  }
}
