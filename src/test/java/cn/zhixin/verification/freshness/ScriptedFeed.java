package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.StateFeed;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.PublicSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/** Says what the walk wants the feed to say next, and fails when it has said it. */
final class ScriptedFeed implements StateFeed {
  static final VerificationCode ASKED_FOR = PublicSite.VALID;

  private List<Integer> versions = List.of();
  private Optional<Entry> last = Optional.empty();
  private boolean said = true;

  /** Of the database, as the program knows it: never 0. */
  long history = 1;

  /**
   * A snapshot.
   *
   * @param position of the feed's last entry
   * @param changed versions in the map
   */
  void say(int position, List<Integer> changed) {
    last = position == 0 ? Optional.empty() : Optional.of(entry(position, 0));
    say(changed);
  }

  /**
   * A page.
   *
   * @param next versions that its entries made, 0 for another certificate's
   */
  void say(List<Integer> next) {
    versions = next;
    said = false;
  }

  /** A database that was put back: where the last entry was, there is another or none. */
  void sayAnotherPast() {
    last = Optional.empty();
    say(List.of());
  }

  @Override
  public long history() {
    return history;
  }

  @Override
  public Optional<Entry> snapshot(ObjIntConsumer<VerificationCode> changed) {
    once();
    versions.forEach(version -> changed.accept(ASKED_FOR, version));
    return last;
  }

  @Override
  public List<Entry> after(long from, int limit) {
    once();
    List<Entry> page = new ArrayList<>();
    last.ifPresent(page::add);
    int position = last.map(entry -> (int) entry.position()).orElse(0);
    for (int version : versions) {
      position++;
      page.add(entry(position, version));
    }
    last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
    return page;
  }

  private void once() {
    if (said) {
      throw new IllegalStateException("the query is lost");
    }
    said = true;
  }

  private static Entry entry(int position, int version) {
    VerificationCode code = version == 0 ? PublicSite.REVOKED : ASKED_FOR;
    return new Entry(position, code, Math.max(version, 1), Instant.EPOCH);
  }
}
