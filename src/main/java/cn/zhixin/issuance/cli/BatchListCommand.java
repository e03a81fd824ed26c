package cn.zhixin.issuance.cli;

import cn.zhixin.issuance.BatchSummary;
import cn.zhixin.issuance.OrderedBatches;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code batch list}: two lines for each batch, in Beijing time. */
@Command(
    description = {
      "列出未完成的批次：编号、时间、版式、行数、未完成的原因。",
      "Lists batches that are not finished: number, time, template, rows, and why."
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
            batch.done(),
            batch.waiting()));
    if (batch.failure() != null) {
      out.println(texts.say("batch.failure", batch.failure()));
    }
    if (batch.voidedAt() != null) {
      out.println(
          texts.say("batch.voided", time(batch.voidedAt()), String.valueOf(batch.voidReason())));
    }
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
