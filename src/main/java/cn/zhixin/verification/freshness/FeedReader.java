package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.StateFeed;
import cn.zhixin.certificate.VerificationCode;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the feed onward from the last entry seen. That entry is read again each time: if it is no
 * longer what it was, the database was put back to an older state, and positions after it mean
 * something else. Only of the feed's thread.
 */
final class FeedReader {
  private final StateFeed feed;
  private final int page;

  private StateFeed.@Nullable Entry last;

  /**
   * @param page entries at once
   */
  FeedReader(StateFeed feed, int page) {
    this.feed = feed;
    this.page = page;
  }

  long history() {
    return feed.history();
  }

  void snapshot(ObjIntConsumer<VerificationCode> changed) {
    last = feed.snapshot(changed).orElse(null);
  }

  /**
   * @return at most a page of what came after the last entry marked as seen
   * @throws ChangedPast if that entry is gone or another
   */
  List<StateFeed.Entry> next() {
    if (last == null) {
      return feed.after(0, page);
    }
    List<StateFeed.Entry> entries = feed.after(last.position() - 1, page + 1);
    if (entries.isEmpty() || !entries.get(0).equals(last)) {
      throw new ChangedPast(last.position());
    }
    return entries.subList(1, entries.size());
  }

  void seen(StateFeed.Entry entry) {
    last = entry;
  }
}
