package cn.zhixin.issuance.cli;

import cn.zhixin.catalogue.Committee;
import cn.zhixin.issuance.Batch;
import cn.zhixin.issuance.IssuedDocuments;
import cn.zhixin.issuance.RosterIssuing;
import cn.zhixin.issuance.RowOutcome;
import cn.zhixin.issuance.roster.MalformedRoster;
import cn.zhixin.issuance.roster.MarkedRoster;
import cn.zhixin.issuance.roster.MarkedRows;
import cn.zhixin.issuance.roster.Roster;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code issue ROSTER --out DIR}: exit 0 only if every row has its certificate. */
@Command(
    description = "按名单签发证书；有错的行退回并注明原因 / issues certificates from a roster and rejects faulty rows",
    mixinStandardHelpOptions = true)
public final class IssueCommand implements Callable<Integer> {
  private static final int INCOMPLETE = 1;

  private final Office office;
  private final InstantSource clock = InstantSource.system();

  @Parameters(
      index = "0",
      paramLabel = "ROSTER",
      description = "评审通过人员名单，.xlsx 或 .csv / list of who passed")
  private Path rosterFile = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "PDF 证书存放的文件夹 / folder for the PDFs")
  private Path out = Path.of("");

  @Option(
      names = "--template",
      description = "版式 / document template: official-landscape, official-landscape-bilingual")
  private @Nullable String template;

  @Option(
      names = "--committee",
      description = "名单未写评审委员会时使用：名称或编号 / committee of rows that name none")
  private @Nullable String committee;

  @Option(names = "--lang", defaultValue = "zh", description = "zh, en; default: ${DEFAULT-VALUE}")
  private String language = "zh";

  @Spec private CommandSpec spec = CommandSpec.create();

  public IssueCommand(Office office) {
    this.office = office;
  }

  @Override
  public Integer call() throws Exception {
    Texts texts = Texts.in(language);
    PrintWriter output = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (Files.exists(out) && !Files.isDirectory(out)) {
      err.println(texts.say("issue.outIsFile", out));
      return INCOMPLETE;
    }
    RosterIssuing issuing = office.get(RosterIssuing.class);
    IssuedDocuments documents = office.get(IssuedDocuments.class);
    Optional<Committee> usual = committee == null ? Optional.empty() : issuing.committee(committee);
    if (committee != null && usual.isEmpty()) {
      err.println(texts.say("issue.unknownCommittee", committee));
      return INCOMPLETE;
    }
    String layout = template == null ? documents.defaultTemplate() : template;
    if (!issuing.hasTemplate(layout)) {
      err.println(texts.say("issue.unknownTemplate", layout));
      return INCOMPLETE;
    }
    if (issuing.interruptedChunks() > 0) {
      output.println(texts.say("issue.resuming"));
      issuing.finishInterrupted((batch, outcomes) -> {});
    }
    output.println(texts.say("issue.reading", rosterFile));
    Roster roster;
    try {
      roster = issuing.check(rosterFile, usual.orElse(null), layout);
    } catch (MalformedRoster e) {
      String sentence =
          texts.isEnglish()
              ? e.sentence().english() + ". " + e.remedy().english() + "."
              : e.sentence().chinese() + "。" + e.remedy().chinese() + "。";
      err.println(texts.say("issue.unreadable", sentence));
      return INCOMPLETE;
    }
    return issue(issuing, documents, roster, layout, texts);
  }

  private int issue(
      RosterIssuing issuing, IssuedDocuments documents, Roster roster, String layout, Texts texts)
      throws Exception {
    PrintWriter output = spec.commandLine().getOut();
    int accepted = roster.accepted().size();
    int rejected = roster.rejected().size();
    output.println(texts.say("issue.rows", roster.rows().size(), accepted, rejected));
    Instant start = clock.instant();
    List<RowOutcome> outcomes =
        accepted == 0 ? List.of() : issueAccepted(issuing, roster, layout, texts);
    Duration took = Duration.between(start, clock.instant());
    IssueReport report = new IssueReport(output, texts, documents);
    report.outcomes(outcomes, took);
    for (RowOutcome outcome : outcomes) {
      if (outcome.kind() != RowOutcome.Kind.CONFLICTING) {
        documents.copyTo(out, outcome.certificate());
      }
    }
    if (!outcomes.isEmpty()) {
      output.println(texts.say("issue.written", out));
    }
    if (rejected > 0) {
      report.rejected(roster.rejected());
      output.println(texts.say("issue.marked", marked(roster)));
    }
    boolean all =
        rejected == 0
            && outcomes.stream().noneMatch(row -> row.kind() == RowOutcome.Kind.CONFLICTING);
    return all ? 0 : INCOMPLETE;
  }

  private List<RowOutcome> issueAccepted(
      RosterIssuing issuing, Roster roster, String layout, Texts texts) throws Exception {
    ProgressBar bar =
        new ProgressBar(
            System.out,
            System.console() != null,
            clock,
            texts,
            roster.accepted().size(),
            roster.rejected().size());
    Batch batch = issuing.order(roster, layout, CodeArgument.actor());
    List<RowOutcome> outcomes = issuing.issue(batch, (done, rows) -> bar.advance(rows.size()));
    bar.finish();
    return outcomes;
  }

  /** The copy that the committee mends and brings again, beside the certificates. */
  private Path marked(Roster roster) throws IOException, MalformedRoster {
    Files.createDirectories(out);
    Path name = rosterFile.getFileName();
    String stem = name == null ? "roster" : name.toString().replaceFirst("\\.[^.]*$", "");
    Path target = out.resolve(stem + "-marked.xlsx");
    MarkedRoster.write(rosterFile, roster, target, MarkedRows.ALL);
    return target;
  }
}
