package cn.zhixin.verification.freshness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node's query of the feed that is under way, with that of the database's history.
 *
 * @param sent null while only the history was asked for, which is a broken rule
 * @param reply what the database said; null while it has not looked
 * @param history that it said it is of, −1 while it has not
 */
record Question(@Nullable Ago sent, @Nullable Reply reply, int history) {
  /**
   * @param snapshot whether it is the node's first, with the certificate's version at that position
   * @param position of the last entry
   * @param lost whether that is of a future that the database was put back from
   * @param anotherPast whether the node's last entry is gone
   * @param versions that the page's entries made, 0 for another certificate's
   */
  record Reply(
      boolean snapshot,
      int position,
      boolean lost,
      boolean anotherPast,
      int version,
      List<Integer> versions) {}

  static Question sentNow(int history) {
    return new Question(Ago.NOW, null, history);
  }

  Question with(Reply looked) {
    return new Question(sent, looked, history);
  }

  Question withHistory(int said) {
    return new Question(sent, reply, said);
  }

  Question tick() {
    return new Question(sent == null ? null : sent.passed(), reply, history);
  }

  Question sleeps() {
    return new Question(sent == null ? null : sent.passedAsleep(), reply, history);
  }

  Question putBack(int to) {
    if (reply == null) {
      return this;
    }
    boolean lost = reply.lost() || reply.position() > to;
    return with(
        new Reply(
            reply.snapshot(),
            reply.position(),
            lost,
            reply.anotherPast(),
            reply.version(),
            reply.versions()));
  }
}
