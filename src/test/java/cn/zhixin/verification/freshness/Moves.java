package cn.zhixin.verification.freshness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** All that may happen next in a world. */
final class Moves {
  private final Scope scope;
  private final Rules rules;
  private final Decisions decisions;

  Moves(Scope scope, Rules rules, Decisions decisions) {
    this.scope = scope;
    this.rules = rules;
    this.decisions = decisions;
  }

  void from(World world, BiConsumer<String, World> next) {
    office(world, next);
    if (scope.putBack() && world.office().restore() == null) {
      putBack(world, next);
    }
    time(world, 0, "time passes", world.nodes(), next);
    for (int i = 0; i < scope.nodes(); i++) {
      int number = i;
      String name = scope.nodes() == 1 ? "the node " : "node " + (i + 1) + " ";
      BiConsumer<String, WalkedNode> move =
          (what, node) -> next.accept(name + what, world.with(number, node));
      feed(world.office(), world.nodes().get(i), move);
      if (scope.reads()) {
        reads(world.office(), world.nodes().get(i), move);
      }
    }
  }

  private void office(World world, BiConsumer<String, World> next) {
    Office office = world.office();
    boolean waits = office.version() > office.acknowledged();
    if (!waits
        && office.begun('X') == office.count('X')
        && office.begun('X') < scope.changes()
        && rules.mayTakePosition(office)) {
      next.accept("a change takes its position", world.with(office.takes('X')));
    }
    if (office.begun('X') > office.count('X')) {
      int made = office.version() + 1;
      next.accept("the change to state " + made + " commits", world.with(office.commits('X')));
    }
    if (waits && rules.mayAcknowledge(office.sinceCommit())) {
      next.accept(
          "state " + office.version() + " is ACKNOWLEDGED", world.with(office.acknowledges()));
    }
    if (office.begun('O') == office.count('O')
        && office.begun('O') < scope.others()
        && rules.mayTakePosition(office)) {
      next.accept("another's change takes its position", world.with(office.takes('O')));
    }
    if (office.begun('O') > office.count('O')) {
      next.accept("another's change commits", world.with(office.commits('O')));
    }
  }

  /** What was not committed is gone in any case. */
  private static void putBack(World world, BiConsumer<String, World> next) {
    Office office = world.office();
    for (int to = 0; to <= office.feed().length(); to++) {
      if (to == 0 || office.isCommitted(to)) {
        next.accept("the database is PUT BACK to position " + to, world.putBack(to));
      }
    }
  }

  /** For each node: awake, asleep, or with clocks that lose this tick. */
  private void time(
      World world,
      int number,
      String label,
      List<WalkedNode> moved,
      BiConsumer<String, World> next) {
    if (number == scope.nodes()) {
      next.accept(label, new World(world.office().tick(), moved));
      return;
    }
    WalkedNode node = world.nodes().get(number);
    String name = scope.nodes() == 1 ? ", the node " : ", node " + (number + 1) + " ";
    time(world, number + 1, label, replaced(moved, number, node.tick()), next);
    if (scope.clocks() != Scope.Clocks.RIGHT) {
      time(
          world, number + 1, label + name + "sleeps", replaced(moved, number, node.sleeps()), next);
    }
    if (node.mayBeSlow()) {
      time(
          world,
          number + 1,
          label + name + "has slow clocks",
          replaced(moved, number, node.losesATick()),
          next);
    }
  }

  private static List<WalkedNode> replaced(List<WalkedNode> nodes, int number, WalkedNode by) {
    List<WalkedNode> all = new ArrayList<>(nodes);
    all.set(number, by);
    return List.copyOf(all);
  }

  private void feed(Office office, WalkedNode node, BiConsumer<String, WalkedNode> move) {
    Question question = node.question();
    if (question == null) {
      if (!node.heard().pastChanged()) {
        asks(office, node, move);
      }
    } else {
      underWay(office, node, question, move);
      move.accept("loses its query", node.with((Question) null));
    }
    if (node.heard().isLoaded()) {
      move.accept("is started again", WalkedNode.started(node.mayBeSlow()));
    }
    if (rules.mayCheckBeforeTheRequest()) {
      for (int version = 1; version <= office.version(); version++) {
        if (decisions.fromCache(node, version, node.heard().history()) == version) {
          move.accept("checks an entry of state " + version, node.withChecked(version));
        }
      }
    }
  }

  private void asks(Office office, WalkedNode node, BiConsumer<String, WalkedNode> move) {
    if (rules.asksForTheHistoryFirst()) {
      move.accept("asks for the history", node.with(new Question(null, null, office.history())));
    } else {
      // where no database is put back, when the history is asked for makes no difference
      int history = scope.putBack() ? Heard.NO_HISTORY : office.history();
      move.accept("asks the feed", node.with(Question.sentNow(history)));
    }
  }

  private void underWay(
      Office office, WalkedNode node, Question question, BiConsumer<String, WalkedNode> move) {
    Ago sent = question.sent();
    Question.Reply reply = question.reply();
    if (sent == null) {
      move.accept("asks the feed", node.with(Question.sentNow(question.history())));
    } else if (reply == null) {
      Question.Reply said = reply(office, node.heard());
      move.accept("'s query is looked at: " + words(said), node.with(question.with(said)));
    } else if (question.history() == Heard.NO_HISTORY && !reply.anotherPast()) {
      move.accept("asks for the history", node.with(question.withHistory(office.history())));
    } else {
      move.accept(
          "gets the feed's answer",
          node.hears(decisions.after(node.heard(), reply, question.history(), sent)));
    }
  }

  private Question.Reply reply(Office office, Heard heard) {
    if (!heard.isLoaded()) {
      return snapshot(office);
    }
    if (heard.lost() && rules.readsTheLastEntryAgain()) {
      return new Question.Reply(false, heard.position(), true, true, 0, List.of());
    }
    return page(office, heard.position());
  }

  private static String words(Question.Reply reply) {
    if (reply.anotherPast()) {
      return "its last entry is gone";
    }
    return reply.snapshot()
        ? "state " + reply.version() + " at position " + reply.position()
        : "states " + reply.versions() + " up to position " + reply.position();
  }

  /** As of the last position that is committed. */
  private static Question.Reply snapshot(Office office) {
    int position = office.feed().length();
    while (position > 0 && !office.isCommitted(position)) {
      position--;
    }
    return new Question.Reply(true, position, false, false, office.version(), List.of());
  }

  private Question.Reply page(Office office, int from) {
    List<Integer> versions = new ArrayList<>();
    int position = from;
    for (int at = from + 1; at <= office.feed().length() && versions.size() < scope.page(); at++) {
      if (office.isCommitted(at)) {
        versions.add(office.versionAt(at));
        position = at;
      }
    }
    return new Question.Reply(false, position, false, false, 0, List.copyOf(versions));
  }

  private void reads(Office office, WalkedNode node, BiConsumer<String, WalkedNode> move) {
    WalkedNode.Read read = node.read();
    WalkedNode.Request request = node.request();
    if (request == null) {
      move.accept(
          "gets a request, owed state " + office.acknowledged(),
          node.with(
              read == null ? null : read.joined(),
              new WalkedNode.Request(office.acknowledged(), office.isSettled())));
    }
    if (read == null) {
      move.accept(
          "begins a read of the registry",
          node.with(new WalkedNode.Read(-1, false, node.heard().history(), false), request));
    } else if (read.version() < 0) {
      move.accept(
          "'s read sees state " + office.version(),
          node.with(read.seeing(office.version()), request));
    } else {
      WalkedNode without = node.with(null, null);
      move.accept("'s read ends", decisions.remembers(read) ? without.remembering() : without);
    }
  }
}
