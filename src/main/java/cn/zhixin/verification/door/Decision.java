package cn.zhixin.verification.door;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether a request may go on. */
public sealed interface Decision {
  /**
   * @param standings one for each limit that was asked; none where nothing is limited
   */
  record Admitted(List<Standing> standings) implements Decision {
    public Admitted {
      standings = List.copyOf(standings);
    }
  }

  /**
   * @param retryAfter above zero
   */
  record Refused(Limit limit, Duration retryAfter) implements Decision {}

  /**
   * What is left.
   *
   * @param remaining requests that would be admitted at once
   * @param resetAfter until nothing counts any more
   */
  record Standing(Limit limit, long remaining, Duration resetAfter) {}

  /** Both must admit; of two refusals this one is told. */
  default Decision and(Decision other) {
    if (this instanceof Admitted one && other instanceof Admitted two) {
      List<Standing> all = new ArrayList<>(one.standings());
      all.addAll(two.standings());
      return new Admitted(all);
    }
    return this instanceof Refused ? this : other;
  }
}
