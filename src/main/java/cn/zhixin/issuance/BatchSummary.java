package cn.zhixin.issuance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch has come.
 *
 * @param rows all of them
 * @param issued that this batch gave their certificate
 * @param alreadyIssued that had their certificate before: it was not issued again
 * @param conflicting with a certificate of the same title
 * @param waiting that will be issued by the next start
 * @param failure why the last try of a waiting chunk failed
 * @param voidedAt when the rows that waited then were given up
 */
public record BatchSummary(
    Batch batch,
    int rows,
    int issued,
    int alreadyIssued,
    int conflicting,
    int waiting,
    @Nullable String failure,
    @Nullable Instant voidedAt,
    @Nullable String voidReason) {
  /** Rows that have a certificate, or conflict with one. */
  public int done() {
    return issued + alreadyIssued + conflicting;
  }

  public boolean isFinished() {
    return waiting == 0;
  }

  /** Rows that will never be issued by this batch. */
  public int givenUp() {
    return rows - done() - waiting;
  }
}
