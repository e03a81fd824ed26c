package cn.zhixin.verification.front;

import io.netty.channel.EventLoop;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One event loop's connections, workspace and links to the pages' server; confined to it. */
final class Loop {
  private static final int LOOKS_IN_A_WINDOW = 4;
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final Set<ClientConnection> connections = new LinkedHashSet<>();

  /** Of the connections; for all threads. */
  private volatile int size;

  private final AnswerBytes plainAnswers;
  private final AnswerBytes secureAnswers;
  private final TomcatLinks links;
  private final int most;

  /**
   * @param policy content security policy of answers
   * @param most connections at once
   */
  Loop(EventLoop eventLoop, String policy, TomcatLinks links, int most, FrontProperties limits) {
    this.plainAnswers = new AnswerBytes(policy, false);
    this.secureAnswers = new AnswerBytes(policy, true);
    this.links = links;
    this.most = most;
    long shortest =
        Math.min(
            limits.window().toNanos(),
            Math.min(limits.headTime().toNanos(), limits.idleTime().toNanos()));
    long pause = Math.max(1, Math.min(LONGEST_PAUSE, shortest / LOOKS_IN_A_WINDOW));
    eventLoop.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.NANOSECONDS);
  }

  /**
   * @param secure whether the client asked over TLS
   */
  AnswerBytes answers(boolean secure) {
    return secure ? secureAnswers : plainAnswers;
  }

  TomcatLinks links() {
    return links;
  }

  /** One that was idle longest makes room; if all are at work, the new one goes. */
  void add(ClientConnection connection) {
    connections.add(connection);
    size = connections.size();
    if (connections.size() > most) {
      connections.stream()
          .filter(ClientConnection::isIdle)
          .min(Comparator.comparingLong(ClientConnection::idleSince))
          .orElse(connection)
          .makeRoom();
    }
  }

  void remove(ClientConnection connection) {
    connections.remove(connection);
    size = connections.size();
  }

  int size() {
    return size;
  }

  /** Those that are idle are closed, the others after their response. */
  void closeWhenAnswered() {
    List.copyOf(connections).forEach(ClientConnection::closeWhenAnswered);
  }

  private void look() {
    long now = System.nanoTime();
    List.copyOf(connections).forEach(connection -> connection.judge(now));
    links.closeOld(now);
  }
}
