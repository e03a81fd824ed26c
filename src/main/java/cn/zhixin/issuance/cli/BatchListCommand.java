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

/** {@code batch list}: a line for each batch, in Beijing time, and one more with what holds it. */
@Command(
    description = {
      "列出未完成的批次：编号、时间、版式、各行的结果、未完成的原因。名单再交一次是另一个批次，其中此前已有证书的行不会重复签发。",
      "Lists batches that are not finished: number, time, template, what became of the rows, and"
          + " why. A roster brought again is a batch of its own; rows that had their certificate"
          + " before are not issued again."
    },
    mixinStandardHelpOptions = true)
final class BatchListCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final Office office;

  @Option(names = "--all", description = "也列出已完成与已作废的 / finished and void ones too")
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
    List<BatchSummary> batches = office.get(OrderedBatches.class).list(all);
    if (batches.isEmpty()) {
      out.println(texts.say(all ? "batch.none" : "batch.noneOpen"));
    }
    batches.forEach(batch -> print(batch, out, texts));
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
