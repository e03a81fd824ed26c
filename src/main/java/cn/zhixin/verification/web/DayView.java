package cn.zhixin.verification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for a day, and what became of the question.
 *
 * @param asked what stands in the form: an ISO date, or what was typed
 * @param malformed whether it is no date
 * @param today the latest day that can be asked for, ISO
 * @param state chooses the shape, or null if nothing was asked
 * @param headline empty if nothing was asked
 */
record DayView(
    String asked,
    boolean malformed,
    String today,
    @Nullable String state,
    String headline,
    List<String> lines) {
  DayView {
    lines = List.copyOf(lines);
  }
}
