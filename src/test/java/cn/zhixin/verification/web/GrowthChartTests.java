package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ledger.PublishedLedger.DaySize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthChartTests {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Test
  void oneDayIsADotAtTheRight() {
    GrowthChart chart = GrowthChart.of(List.of(new DaySize(DAY, 1)));
    assertThat(chart.line()).isEqualTo("M315.0 24.0");
    assertThat(chart.area()).isEqualTo("M315.0 24.0L315 152L315.0 152Z");
    assertThat(chart.from()).isEqualTo(DAY);
    assertThat(GrowthChart.percent(chart.end())).isEqualTo("15.0%");
    assertThat(chart.to()).isEqualTo(DAY);
    assertThat(chart.end()).isEqualTo("24.0");
    assertThat(chart.levels()).extracting(GrowthChart.Level::size).containsExactly(0L, 1L);
  }

  @Test
  void beginsWithTheFirstDaysSizeAndIsFlatOverDaysOnWhichNothingWasEntered() {
    GrowthChart chart =
        GrowthChart.of(List.of(new DaySize(DAY, 50), new DaySize(DAY.plusDays(6), 100)));
    assertThat(chart.line()).isEqualTo("M0.0 88.0L262.5 88.0L315.0 24.0");
    assertThat(chart.area()).isEqualTo(chart.line() + "L315 152L0.0 152Z");
    assertThat(chart.levels()).extracting(GrowthChart.Level::size).containsExactly(0L, 50L, 100L);
  }

  @Test
  void aThousandDaysStaySmallAndEndAtTheLastSize() {
    List<DaySize> days = new ArrayList<>();
    for (int day = 0; day < 1_000; day++) {
      days.add(new DaySize(DAY.plusDays(day), 1_201L * (day + 1)));
    }
    GrowthChart chart = GrowthChart.of(days);
    assertThat(chart.line()).hasSizeLessThan(8_000).endsWith("L315.0 " + chart.end());
    assertThat(chart.levels())
        .extracting(GrowthChart.Level::size)
        .containsExactly(0L, 1_000_000L, 2_000_000L);
  }

  @Test
  void aNumberOverThePlotIsRoundAndSoIsItsHalf() {
    for (long size :
        new long[] {1, 2, 3, 9, 10, 11, 99, 101, 4_203, 999_999, Long.MAX_VALUE / 20}) {
      GrowthChart chart = GrowthChart.of(List.of(new DaySize(DAY, size)));
      long top = chart.levels().get(chart.levels().size() - 1).size();
      assertThat(top).isBetween(size, 2 * size);
      assertThat(Long.toString(top)).matches("[12468]0*");
    }
  }
}
