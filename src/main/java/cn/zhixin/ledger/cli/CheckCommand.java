package cn.zhixin.ledger.cli;

import cn.zhixin.ledger.following.Alarm;
import cn.zhixin.ledger.following.Evidence;
import cn.zhixin.ledger.following.FollowedState;
import cn.zhixin.ledger.following.Follower;
import cn.zhixin.ledger.following.FollowingOutcome;
import cn.zhixin.ledger.following.FollowingOutcome.UpToDate;
import cn.zhixin.ledger.following.LedgerSource;
import cn.zhixin.ledger.following.MalformedState;
import cn.zhixin.ledger.following.StateFile;
import cn.zhixin.ledger.following.StateRecord;
import cn.zhixin.ledger.note.CheckpointFault;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ledger check URL|DIR}: exit 0 if all is right, 1 on an alarm, 2 if it cannot tell. Nothing
 * but alarms and what could not be told goes to the standard error output.
 */
@Command(
    name = "check",
    description = {
      "跟踪公开账本 / follows a ledger",
      "核对上次以来的每一条，发现分叉、回退、篡改即报警；退出码 0 无异常，1 警报，2 无法判断。",
      "Checks every entry since the last time; exit 0 nothing wrong, 1 alarm, 2 cannot tell."
    },
    footer = {
      "%n状态文件记着账本公钥和上次核对过的检查点：有它，才看得出账本后来被回退或分叉。请每次都用同一个，"
          + "并做备份。丢失后须重新用 --key 指定公钥（请从另一渠道核对），账本从头核对，但丢失以前看到过什么，无从再比。",
      "%nThe state file holds the ledger's key and the last checkpoint that was checked: only with it"
          + " is a ledger taken back or forked since found out. Use the same one every time, and"
          + " back it up. If it is lost, give --key again (compare it another way): the ledger is"
          + " checked from its beginning, but no longer against what was seen before."
    },
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = 2)
final class CheckCommand implements Callable<Integer> {
  private static final int RIGHT = 0;
  private static final int ALARM = 1;
  private static final int CANNOT_TELL = 2;

  private final InstantSource clock;

  @Parameters(
      paramLabel = "URL|DIR",
      description = "账本地址或账本文件夹 / the ledger's address, or a folder of its files")
  private String place = "";

  @Option(
      names = "--key",
      paramLabel = "VKEY|FILE",
      description = "账本公钥，首次必填，以后以状态文件为准 / the ledger's verifier key; later taken from the state")
  private @Nullable String key;

  @Option(
      names = "--witness",
      paramLabel = "VKEY|FILE",
      description = "所信任的见证人公钥，可写多次 / verifier key of a trusted witness, may be repeated")
  private List<String> witnesses = List.of();

  @Option(
      names = "--quorum",
      paramLabel = "N",
      description = "至少须有几名见证人签名，默认全部 / how many witnesses must have signed; default: all")
  private @Nullable Integer quorum;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "状态文件，默认在当前文件夹，以账本地址命名，如 zc.example.cn_ledger.ledger-state"
              + " / what was seen; default: named after the address, in the working directory")
  private @Nullable Path state;

  @Option(names = "--json", description = "输出 JSON / prints JSON")
  private boolean json;

  @Option(
      names = "--lang",
      defaultValue = "zh",
      converter = TextsInLanguage.class,
      paramLabel = "zh|en",
      description = "输出语言 / language of the output; default: ${DEFAULT-VALUE}")
  private LedgerTexts texts = LedgerTexts.in("zh");

  @Spec private CommandSpec spec = CommandSpec.create();

  CheckCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    try {
      return check();
    } catch (CannotStart e) {
      spec.commandLine().getErr().println(e.getMessage());
    } catch (IOException e) {
      spec.commandLine().getErr().println(texts.say("state-io", e));
    }
    return CANNOT_TELL;
  }

  private int check() throws CannotStart, IOException {
    LedgerSource source = source();
    StateFile file = new StateFile(state == null ? StateNames.of(place) : state);
    Optional<StateRecord> before = before(file);
    CheckpointPolicy policy = policy(log(file, before));
    FollowedState seen = before.map(StateRecord::state).orElseGet(FollowedState::start);
    ProgressLine progress = ProgressLine.of(spec.commandLine().getErr(), texts, seen.size());
    FollowingOutcome outcome = new Follower(source, policy, progress, clock).follow(seen);
    progress.finish();
    if (before.isEmpty()) {
      requireNamedAlike(policy.log(), outcome);
    }
    if (outcome instanceof UpToDate upToDate) {
      file.write(new StateRecord(policy.log(), upToDate.state()));
    } else if (outcome instanceof Alarm alarm) {
      file.keep(new Evidence(clock.instant(), place, alarm, seen));
    }
    print(new CheckReport(policy.log().name(), outcome, file, texts));
    return outcome instanceof UpToDate ? RIGHT : outcome instanceof Alarm ? ALARM : CANNOT_TELL;
  }

  private LedgerSource source() throws CannotStart {
    try {
      if (!LedgerSource.isAddress(place) && !Files.isDirectory(Path.of(place))) {
        throw new CannotStart(texts.say("no-folder", place));
      }
      return LedgerSource.at(place);
    } catch (IllegalArgumentException e) {
      throw new CannotStart(texts.say("bad-place", place));
    }
  }

  private Optional<StateRecord> before(StateFile file) throws CannotStart, IOException {
    try {
      return file.read();
    } catch (MalformedState e) {
      throw new CannotStart(texts.say("bad-state", file.path(), String.valueOf(e.getMessage())));
    }
  }

  private VerifierKey log(StateFile file, Optional<StateRecord> before) throws CannotStart {
    if (key == null) {
      return before
          .map(StateRecord::key)
          .orElseThrow(() -> new CannotStart(texts.say("no-key", file.path())));
    }
    VerifierKey given = KeyArgument.read(key, texts);
    if (before.isPresent() && !before.get().key().equals(given)) {
      throw new CannotStart(
          texts.say("other-key", file.path(), before.get().key().vkey(), given.vkey()));
    }
    return given;
  }

  private CheckpointPolicy policy(VerifierKey log) throws CannotStart {
    List<VerifierKey> trusted = new ArrayList<>();
    for (String witness : witnesses) {
      trusted.add(KeyArgument.read(witness, texts));
    }
    try {
      return quorum == null
          ? CheckpointPolicy.of(log, trusted)
          : new CheckpointPolicy(log, trusted, quorum);
    } catch (IllegalArgumentException e) {
      throw new CannotStart(texts.say("bad-policy", String.valueOf(e.getMessage())));
    }
  }

  /** Nothing of the ledger is known yet: a wrong address or key is typed sooner than forged. */
  private void requireNamedAlike(VerifierKey log, FollowingOutcome outcome) throws CannotStart {
    if (outcome instanceof Alarm alarm && alarm.is(CheckpointFault.OTHER_LEDGER)) {
      throw new CannotStart(texts.say("key-of-other-ledger", log.name(), alarm.origin()));
    }
  }

  private void print(CheckReport report) {
    if (json) {
      spec.commandLine().getOut().println(report.json());
    } else if (report.outcome() instanceof UpToDate) {
      spec.commandLine().getOut().println(report.text());
    } else {
      spec.commandLine().getErr().println(report.text());
    }
  }
}
