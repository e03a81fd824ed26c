package cn.zhixin.verification.freshness;

import org.jspecify.annotations.Nullable;

/**
 * What one public node knows and has under way.
 *
 * @param lease when it was earned from
 * @param position of the feed, −1 before the map is loaded
 * @param known version of the certificate in the map
 * @param heardOfIssue whether the feed told that it was issued
 * @param mayBeSlow whether its clocks may still lose a tick
 * @param remembersAbsence whether the process keeps that it found nothing under the code
 * @param checked version of an entry that was checked and not yet used, −1 for none
 */
record WalkedNode(
    Ago lease,
    int position,
    int known,
    boolean heardOfIssue,
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
   * @param beforeLoad whether it began before the map was loaded
   */
  record Read(int version, boolean older, boolean beforeLoad) {}

  /**
   * A request that waits for the registry.
   *
   * @param owed the version acknowledged when it began
   */
  record Request(int owed) {}

  static WalkedNode started(boolean mayBeSlow) {
    return new WalkedNode(Ago.LONG, -1, 1, false, mayBeSlow, false, -1, null, null, null);
  }

  WalkedNode with(@Nullable Question asked) {
    return new WalkedNode(
        lease,
        position,
        known,
        heardOfIssue,
        mayBeSlow,
        remembersAbsence,
        checked,
        asked,
        read,
        request);
  }

  WalkedNode with(@Nullable Read begun, @Nullable Request waiting) {
    return new WalkedNode(
        lease,
        position,
        known,
        heardOfIssue,
        mayBeSlow,
        remembersAbsence,
        checked,
        question,
        begun,
        waiting);
  }

  WalkedNode withChecked(int version) {
    return new WalkedNode(
        lease,
        position,
        known,
        heardOfIssue,
        mayBeSlow,
        remembersAbsence,
        version,
        question,
        read,
        request);
  }

  WalkedNode remembering() {
    return new WalkedNode(
        lease, position, known, heardOfIssue, mayBeSlow, true, checked, question, read, request);
  }

  WalkedNode tick() {
    return moved(lease.passed(), mayBeSlow, question == null ? null : question.sent().passed());
  }

  WalkedNode sleeps() {
    return moved(
        lease.passedAsleep(), mayBeSlow, question == null ? null : question.sent().passedAsleep());
  }

  WalkedNode losesATick() {
    return moved(lease, false, question == null ? null : question.sent());
  }

  private WalkedNode moved(Ago earned, boolean slow, @Nullable Ago sent) {
    Question moved = question == null || sent == null ? null : new Question(sent, question.reply());
    return new WalkedNode(
        earned,
        position,
        known,
        heardOfIssue,
        slow,
        remembersAbsence,
        checked,
        moved,
        read,
        request);
  }
}
