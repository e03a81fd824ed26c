package cn.zhixin.document.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathDataTests {
  /** Writes what it is sent with one decimal. */
  private static final class Written implements PathSink {
    private final StringBuilder out = new StringBuilder();
    private double lastX;
    private double lastY;

    @Override
    public void moveTo(double x, double y) {
      add("M", x, y);
    }

    @Override
    public void lineTo(double x, double y) {
      add("L", x, y);
    }

    @Override
    public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
      add("C", x1, y1, x2, y2, x, y);
    }

    @Override
    public void close() {
      out.append("Z");
    }

    private void add(String command, double... numbers) {
      out.append(command);
      for (double number : numbers) {
        out.append(String.format(Locale.ROOT, "%.1f ", number));
      }
      lastX = numbers[numbers.length - 2];
      lastY = numbers[numbers.length - 1];
    }
  }

  private static Written read(String data) {
    Written written = new Written();
    PathData.parse(data).sendTo(written);
    return written;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "M1 2 3 4 | M1.0 2.0 L3.0 4.0",
        "m1 2 3 4h5V0z | M1.0 2.0 L4.0 6.0 L9.0 6.0 L9.0 0.0 Z",
        "M0,0c1-1.5.5.5 3-4 | M0.0 0.0 C1.0 -1.5 0.5 0.5 3.0 -4.0",
        "M0 0C0 1 2 3 4 5S8 9 6 5 | M0.0 0.0 C0.0 1.0 2.0 3.0 4.0 5.0 C6.0 7.0 8.0 9.0 6.0 5.0",
        "M0 0Q3 3 6 0t6 0 | M0.0 0.0 C2.0 2.0 4.0 2.0 6.0 0.0 C8.0 -2.0 10.0 -2.0 12.0 0.0",
        "M1 1zm2 2l1 0 | M1.0 1.0 ZM3.0 3.0 L4.0 3.0",
        "M0 0a0 5 0 0 1 3 4 | M0.0 0.0 L3.0 4.0"
      })
  void readsEveryCommand(String data, String expected) {
    assertThat(read(data).out.toString().strip()).isEqualTo(expected);
  }

  @Test
  void turnsAHalfCircleIntoTwoCurvesThroughItsTop() {
    Written written = read("M0 0A5 5 0 0 1 10 0");

    assertThat(written.out.toString())
        .isEqualTo("M0.0 0.0 C0.0 -2.8 2.2 -5.0 5.0 -5.0 C7.8 -5.0 10.0 -2.8 10.0 0.0 ");
  }

  @Test
  void endsArcsExactlyWhereTheyShould() {
    Written written = read("M3 7a25 10-30 01 50-25a1 1 30 10-3 4");

    assertThat(written.lastX).isCloseTo(50, within(1e-9));
    assertThat(written.lastY).isCloseTo(-14, within(1e-9));
  }
}
