package cn.zhixin.verification.freshness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node's query of the feed that is under way.
 *
 * @param reply what the database said; null while it has not looked
 */
record Question(Ago sent, @Nullable Reply reply) {
  /**
   * @param snapshot whether it is the node's first, with the certificate's version at that position
   * @param position of the last entry
   * @param versions that the page's entries made, 0 for another certificate's
   */
  record Reply(boolean snapshot, int position, int version, List<Integer> versions) {}
}
