package cn.zhixin.verification.bulk;

import cn.zhixin.people.Organisation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list that somebody asked about.
 *
 * @param id 26 characters of 5 random bits each
 * @param key id of the API key it was asked with
 * @param rows of the list
 * @param answered rows so far
 * @param endedAt null while it is worked on
 * @param interruption why it ended before all rows were answered
 */
public record BulkJob(
    String id,
    Organisation organisation,
    String key,
    String purpose,
    Instant askedAt,
    int rows,
    int answered,
    @Nullable Instant endedAt,
    @Nullable Interruption interruption) {
  /** Why a list was given up. */
  public enum Interruption {
    /** The key it was asked with was revoked meanwhile. */
    KEY_REVOKED,
    /** It could not be answered for a day. */
    TOO_OLD
  }

  /** How far it is. */
  public enum State {
    RUNNING,
    COMPLETE,
    INTERRUPTED
  }

  public State state() {
    if (endedAt == null) {
      return State.RUNNING;
    }
    return interruption == null ? State.COMPLETE : State.INTERRUPTED;
  }
}
