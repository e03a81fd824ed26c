package cn.zhixin.verification.answers;

import cn.zhixin.verification.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a certificate was worth on one day of China's calendar, derived from its events: the state
 * in which the day ended, and what changed in its course. A day that is not over counts up to the
 * moment for which the answer holds.
 */
public sealed interface StateOn {
  /** The issuers' own. */
  ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  LocalDate day();

  /**
   * Issued before the day ended.
   *
   * @param verdict at {@code until}
   * @param until the end of the day, exclusive, or the answer's moment if that is earlier
   * @param changes of that day, in their order; the issue is one of them
   */
  record Known(LocalDate day, Verdict verdict, Instant until, List<StateSince> changes)
      implements StateOn {
    public Known {
      changes = List.copyOf(changes);
    }

    /** Whether the day had ended; before, its state can still change. */
    public boolean isOver() {
      return until.equals(endOf(day));
    }
  }

  /**
   * The day ended before the certificate was issued.
   *
   * @param titleAcquired whether the holder had acquired the title by then, as registered later
   */
  record NotYetIssued(LocalDate day, Instant issuedAt, boolean titleAcquired) implements StateOn {}

  /** The day is still to come. */
  record Future(LocalDate day) implements StateOn {}

  /**
   * @param asOf the moment for which the facts hold
   */
  static StateOn of(CertificateFacts facts, LocalDate day, Instant asOf) {
    if (day.isAfter(LocalDate.ofInstant(asOf, CHINA))) {
      return new Future(day);
    }
    Instant begin = day.atStartOfDay(CHINA).toInstant();
    Instant end = endOf(day);
    List<StateSince> before =
        facts.history().stream().takeWhile(state -> state.at().isBefore(end)).toList();
    if (before.isEmpty()) {
      return new NotYetIssued(day, facts.issuedAt(), !facts.acquiredOn().isAfter(day));
    }
    return new Known(
        day,
        before.get(before.size() - 1).verdict(),
        end.isBefore(asOf) ? end : asOf,
        before.stream().filter(state -> !state.at().isBefore(begin)).toList());
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(CHINA).toInstant();
  }
}
