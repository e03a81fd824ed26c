package cn.zhixin.issuance.cli;

import cn.zhixin.catalogue.Committee;
import cn.zhixin.document.FontsAhead;
import cn.zhixin.issuance.Batch;
import cn.zhixin.issuance.FailedChunk;
import cn.zhixin.issuance.InvalidCopies;
import cn.zhixin.issuance.InvalidCopy;
import cn.zhixin.issuance.IssuedDocuments;
import cn.zhixin.issuance.RosterIssuing;
import cn.zhixin.issuance.RowOutcome;
import cn.zhixin.issuance.RowResult;
import cn.zhixin.issuance.RowResults;
import cn.zhixin.issuance.roster.MalformedRoster;
import cn.zhixin.issuance.roster.Roster;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.SignaturesAhead;
import cn.zhixin.signing.TimeStampCost;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      description = "PDF 证书与签发结果名单存放的文件夹 / folder for the PDFs and the roster of results")
  private Path out = Path.of("");

  @Option(
      names = "--template",
      description = "版式 / document template: official-landscape, official-landscape-bilingual")
  private @Nullable String template;

  @Option(
      names = "--committee",
      description = "名单未写评审委员会时使用：名称或编号 / committee of rows that name none")
  private @Nullable String committee;

  @Mixin private LanguageOption language = new LanguageOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  public IssueCommand(Office office) {
    this.office = office;
  }

  @Override
  public Integer call() throws Exception {
    Texts texts = language.texts();
    PrintWriter err = spec.commandLine().getErr();
    Optional<String> refusal =
        RosterInput.refusal(rosterFile, texts).or(() -> OutputFolder.refusal(out, texts));
    if (refusal.isPresent()) {
      err.println(refusal.get());
      return INCOMPLETE;
    }
    FontsAhead.load();
    SignaturesAhead.load();
    RosterIssuing issuing = office.get(RosterIssuing.class);
    IssuedDocuments documents = office.get(IssuedDocuments.class);
    Optional<Committee> usual = committee == null ? Optional.empty() : issuing.committee(committee);
    if (committee != null && usual.isEmpty()) {
      err.println(texts.say("issue.unknownCommittee", committee));
      return INCOMPLETE;
    }
    String layout = template == null ? documents.defaultTemplate() : template;
    if (!issuing.hasTemplate(layout)) {
      err.println(
          texts.say("issue.unknownTemplate", layout, String.join(", ", issuing.templates())));
      return INCOMPLETE;
    }
    finishOpen(issuing, documents, texts);
    spec.commandLine().getOut().println(texts.say("issue.reading", rosterFile));
    Roster roster;
    try {
      roster = issuing.check(rosterFile, usual.orElse(null), layout);
    } catch (MalformedRoster e) {
      err.println(RosterInput.sentence(e, texts));
      return INCOMPLETE;
    }
    return issue(issuing, documents, roster, layout, texts);
  }

  /** What others ordered goes on without this roster's success depending on it. */
  private void finishOpen(RosterIssuing issuing, IssuedDocuments documents, Texts texts)
      throws Exception {
    int rows = issuing.openRows();
    if (rows == 0) {
      return;
    }
    PrintWriter output = spec.commandLine().getOut();
    output.println(texts.say("issue.resuming", rows));
    ProgressBar bar = bar(texts, rows, 0);
    AtomicInteger finished = new AtomicInteger();
    Instant start = clock.instant();
    List<FailedChunk> failures =
        issuing.finishOpen(
            (batch, outcomes) -> {
              finished.addAndGet(outcomes.size());
              bar.advance(outcomes.size());
            });
    bar.finish();
    IssueReport.failures(spec.commandLine().getErr(), texts, failures);
    output.println(texts.say("issue.resumed", finished.get()));
    if (finished.get() > 0) {
      new IssueReport(output, texts, documents)
          .speed(finished.get(), Duration.between(start, clock.instant()));
    }
  }

  private int issue(
      RosterIssuing issuing, IssuedDocuments documents, Roster roster, String layout, Texts texts)
      throws Exception {
    PrintWriter output = spec.commandLine().getOut();
    int accepted = roster.accepted().size();
    int rejected = roster.rejected().size();
    output.println(texts.say("issue.rows", roster.rows().size(), accepted, rejected));
    List<String> unread = roster.headings().unread();
    if (!unread.isEmpty()) {
      output.println(texts.say("issue.unread", String.join(texts.say("issue.comma"), unread)));
    }
    DocumentSigning signing = office.get(DocumentSigning.class);
    TimeStampCost stamps = signing.timeStampCost();
    RowResults results = new RowResults(roster, documents::groupedNumber);
    Duration took =
        accepted == 0
            ? Duration.ZERO
            : issueAccepted(issuing, documents, roster, layout, texts, results);
    List<InvalidCopy> copies =
        office.get(InvalidCopies.class).moveAside(out, results.validNumbers());
    List<RowResult> rows = results.all();
    IssueReport report = new IssueReport(output, texts, documents);
    report.outcomes(rows, took, signing.timeStampCost().since(stamps));
    if (rows.stream().anyMatch(RowResult::isSettled)) {
      output.println(texts.say("issue.written", out));
    }
    report.copies(copies);
    if (rejected > 0) {
      report.rejected(roster.rejected());
    }
    boolean all = rows.stream().allMatch(RowResult::isSettled);
    writeCopies(roster, rows, copies, texts, all);
    return all ? 0 : INCOMPLETE;
  }

  private void writeCopies(
      Roster roster, List<RowResult> rows, List<InvalidCopy> invalid, Texts texts, boolean all)
      throws IOException, MalformedRoster {
    PrintWriter output = spec.commandLine().getOut();
    RosterCopies copies = new RosterCopies(rosterFile, out, texts);
    output.println(texts.say("issue.results", copies.writeResults(roster, rows, invalid)));
    if (all) {
      copies.removeMarked();
    } else {
      output.println(texts.say("issue.marked", copies.writeMarked(roster, rows, invalid)));
    }
  }

  /** Issues what can be, and copies each certificate that says what its row says. */
  private Duration issueAccepted(
      RosterIssuing issuing,
      IssuedDocuments documents,
      Roster roster,
      String layout,
      Texts texts,
      RowResults results)
      throws Exception {
    RosterIssuing.OutcomeReader copying =
        outcomes -> {
          for (RowOutcome outcome : outcomes) {
            if (results.add(outcome).isSettled()) {
              documents.copyTo(out, outcome.certificate());
            }
          }
        };
    if (issuing.tellIfNoneIsLeft(roster, copying)) {
      spec.commandLine().getOut().println(texts.say("issue.noneLeft"));
      return Duration.ZERO;
    }
    Instant start = clock.instant();
    Batch batch = issuing.order(roster, layout, CodeArgument.actor());
    spec.commandLine().getOut().println(texts.say("issue.ordered", batch.id()));
    ProgressBar bar = bar(texts, roster.accepted().size(), roster.rejected().size());
    List<FailedChunk> failures = issuing.issue(batch, (done, rows) -> bar.advance(rows.size()));
    bar.finish();
    Duration took = Duration.between(start, clock.instant());
    IssueReport.failures(spec.commandLine().getErr(), texts, failures);
    issuing.tellOutcomes(batch, copying);
    return took;
  }

  private ProgressBar bar(Texts texts, int total, int refused) {
    return new ProgressBar(System.out, System.console() != null, clock, texts, total, refused);
  }
}
