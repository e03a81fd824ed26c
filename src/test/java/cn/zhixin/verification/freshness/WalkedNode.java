package cn.zhixin.verification.freshness;

import org.jspecify.annotations.Nullable;

/**
 * What one public node knows and has under way.
 *
 * @param mayBeSlow whether its clocks may still lose a tick
 * @param remembersAbsence whether the process keeps that it found nothing under the code
 * @param checked version of an entry that was checked and not yet used, −1 for none
 */
record WalkedNode(
    Heard heard,
    boolean mayBeSlow,
    boolean remembersAbsence,
    int checked,
    @Nullable Question question,
    @Nullable Read read,
    @Nullable Request request) {
  /**
   * A read of the registry.
   *
   * @param version that it saw, −1 while it has not looked
   * @param older whether it began before the request that waits for it
   * @param history that the node knew when it began, −1 if none
   * @param lost whether it saw a state of a future that the database was put back from
   */
  record Read(int version, boolean older, int history, boolean lost) {
    Read seeing(int seen) {
      return new Read(seen, older, history, false);
    }

    Read joined() {
      return new Read(version, true, history, lost);
    }

    Read putBack(int kept) {
      return new Read(version, older, history, lost || version > kept);
    }
  }

  /**
   * A request that waits for the registry.
   *
   * @param owed the version acknowledged when it began
   * @param settled whether nothing of a lost future may be answered to it
   */
  record Request(int owed, boolean settled) {}

  static WalkedNode started(boolean mayBeSlow) {
    return new WalkedNode(Heard.NOTHING, mayBeSlow, false, -1, null, null, null);
  }

  WalkedNode with(@Nullable Question asked) {
    return new WalkedNode(heard, mayBeSlow, remembersAbsence, checked, asked, read, request);
  }

  WalkedNode with(@Nullable Read begun, @Nullable Request waiting) {
    return new WalkedNode(heard, mayBeSlow, remembersAbsence, checked, question, begun, waiting);
  }

  WalkedNode withChecked(int version) {
    return new WalkedNode(heard, mayBeSlow, remembersAbsence, version, question, read, request);
  }

  WalkedNode remembering() {
    return new WalkedNode(heard, mayBeSlow, true, checked, question, read, request);
  }

  WalkedNode hears(Heard next) {
    return new WalkedNode(next, mayBeSlow, remembersAbsence, checked, null, read, request);
  }

  WalkedNode tick() {
    return moved(
        heard.with(heard.lease().passed()), mayBeSlow, question == null ? null : question.tick());
  }

  WalkedNode sleeps() {
    return moved(
        heard.with(heard.lease().passedAsleep()),
        mayBeSlow,
        question == null ? null : question.sleeps());
  }

  WalkedNode losesATick() {
    return moved(heard, false, question);
  }

  /** After the database was put back to that position of the feed, with the version of then. */
  WalkedNode putBack(int to, int kept) {
    WalkedNode moved =
        moved(heard.putBack(to), mayBeSlow, question == null ? null : question.putBack(to));
    return moved.with(
        read == null ? null : read.putBack(kept),
        request == null ? null : new Request(Math.min(request.owed(), kept), request.settled()));
  }

  private WalkedNode moved(Heard next, boolean slow, @Nullable Question asked) {
    return new WalkedNode(next, slow, remembersAbsence, checked, asked, read, request);
  }
}
