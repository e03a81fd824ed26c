package cn.zhixin.issuance.cli;

import cn.zhixin.issuance.BatchSummary;
import cn.zhixin.issuance.OrderedBatches;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code batch list}: a line for each batch, newest first, in Beijing time, and one more with what
 * holds it.
 */
@Command(
    description = {
      "列出批次 / lists batches",
      "列出全部未完成的批次和最近完成的 10 个，新的在前：编号（batch zip 与 batch void 用）、时间、版式、各行的结果、"
          + "未完成的原因。名单再交一次，若还有人要签发，则是另一个批次，其中此前已有证书的行不会重复签发；"
          + "若无人要签发，则不建批次。",
      "Lists every batch that is not finished and the 10 that were last, newest first: number (for"
          + " batch zip and batch void), time, template, what became of the rows, and what holds"
          + " them. A roster brought again is a batch of its own if anybody is left to be issued to;"
          + " rows that had their certificate before are not issued again."
    },
    mixinStandardHelpOptions = true)
final class BatchListCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private static final int FINISHED = 10;

  private final Office office;

  @Option(
      names = "--all",
      description = "列出全部批次，含所有已完成与已作废的 / all of them, however many are finished or void")
  private boolean all;

  @Mixin private LanguageOption language = new LanguageOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  BatchListCommand(Office office) {
    this.office = office;
  }

  @Override
  public Integer call() throws SQLException {
    Texts texts = language.texts();
    PrintWriter out = spec.commandLine().getOut();
    OrderedBatches ordered = office.get(OrderedBatches.class);
    List<BatchSummary> batches = ordered.list(all ? Integer.MAX_VALUE : FINISHED);
    if (batches.isEmpty()) {
      out.println(texts.say("batch.none"));
    }
    batches.forEach(batch -> print(batch, out, texts));
    long more =
        all ? 0 : ordered.finished() - batches.stream().filter(BatchSummary::isFinished).count();
    if (more > 0) {
      out.println(texts.say("batch.more", more));
    }
    return 0;
  }

  private static void print(BatchSummary batch, PrintWriter out, Texts texts) {
    out.println(
        texts.say(
            "batch.line",
            batch.batch().id(),
            time(batch.batch().createdAt()),
            batch.batch().template(),
            batch.batch().actor(),
            batch.rows(),
            ends(batch, texts),
            batch.waiting()));
    if (batch.failure() != null) {
      out.println(texts.say("batch.failure", batch.failure()));
    }
    if (batch.voidedAt() != null) {
      out.println(
          texts.say("batch.voided", time(batch.voidedAt()), String.valueOf(batch.voidReason())));
    }
  }

  /** What became of the rows that do not wait; every row is counted once. */
  private static String ends(BatchSummary batch, Texts texts) {
    StringJoiner ends = new StringJoiner(texts.say("batch.separator"));
    ends.add(texts.say("batch.issued", batch.issued()));
    if (batch.alreadyIssued() > 0) {
      ends.add(texts.say("batch.alreadyIssued", batch.alreadyIssued()));
    }
    if (batch.conflicting() > 0) {
      ends.add(texts.say("batch.conflicting", batch.conflicting()));
    }
    if (batch.givenUp() > 0) {
      ends.add(texts.say("batch.givenUp", batch.givenUp()));
    }
    return ends.toString();
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
