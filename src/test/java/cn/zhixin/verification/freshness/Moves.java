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
    time(world, number + 1, label + name + "sleeps", replaced(moved, number, node.sleeps()), next);
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
      move.accept("asks the feed", node.with(new Question(Ago.NOW, null)));
    } else if (question.reply() == null) {
      Question.Reply reply = node.position() < 0 ? snapshot(office) : page(office, node.position());
      move.accept(
          "'s query is looked at: " + words(reply),
          node.with(new Question(question.sent(), reply)));
      move.accept("loses its query", node.with((Question) null));
    } else {
      WalkedNode after = decisions.after(node, question.reply(), question.sent());
      WalkedNode.Read read = node.read();
      move.accept(
          "gets the feed's answer",
          question.reply().snapshot() && read != null
              ? after.with(new WalkedNode.Read(read.version(), read.older(), true), node.request())
              : after);
      move.accept("loses its query", node.with((Question) null));
    }
    if (node.position() >= 0) {
      move.accept("is started again", WalkedNode.started(node.mayBeSlow()));
    }
    if (rules.mayCheckBeforeTheRequest()) {
      for (int version = 1; version <= office.version(); version++) {
        if (decisions.fromCache(node, version) == version) {
          move.accept("checks an entry of state " + version, node.withChecked(version));
        }
      }
    }
  }

  private static String words(Question.Reply reply) {
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
    return new Question.Reply(true, position, office.version(), List.of());
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
    return new Question.Reply(false, position, 0, List.copyOf(versions));
  }

  private void reads(Office office, WalkedNode node, BiConsumer<String, WalkedNode> move) {
    WalkedNode.Read read = node.read();
    WalkedNode.Request request = node.request();
    if (request == null) {
      move.accept(
          "gets a request, owed state " + office.acknowledged(),
          node.with(
              read == null ? null : new WalkedNode.Read(read.version(), true, read.beforeLoad()),
              new WalkedNode.Request(office.acknowledged())));
    }
    if (read == null) {
      move.accept(
          "begins a read of the registry",
          node.with(new WalkedNode.Read(-1, false, node.position() < 0), request));
    } else if (read.version() < 0) {
      move.accept(
          "'s read sees state " + office.version(),
          node.with(
              new WalkedNode.Read(office.version(), read.older(), read.beforeLoad()), request));
    } else {
      WalkedNode without = node.with(null, null);
      move.accept("'s read ends", decisions.remembers(read) ? without.remembering() : without);
    }
  }
}
