package cn.zhixin.issuance.cli;

import cn.zhixin.issuance.OrderedBatches;
import cn.zhixin.issuance.OrderedBatches.Voiding;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code batch void BATCH --reason …}: exit 0 if rows were given up. */
@Command(
    description = {
      "作废未签发的部分 / gives up what is not issued yet",
      "作废一个批次尚未签发的部分；已签发的证书不受影响。不可恢复，需要时重新提交名单。",
      "Gives up what a batch has not issued yet; certificates that were issued stay. It cannot be"
          + " undone: bring the roster again."
    },
    mixinStandardHelpOptions = true)
final class BatchVoidCommand implements Callable<Integer> {
  private final Office office;
  private final InstantSource clock = InstantSource.system();

  @Parameters(index = "0", paramLabel = "BATCH", description = "批次编号 / number of the batch")
  private long batch;

  @Option(names = "--reason", required = true, description = "原因，存档 / why; filed")
  private String reason = "";

  @Mixin private LanguageOption language = new LanguageOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  BatchVoidCommand(Office office) {
    this.office = office;
  }

  @Override
  public Integer call() throws SQLException {
    Texts texts = language.texts();
    if (reason.isBlank()) {
      spec.commandLine().getErr().println(texts.say("batch.reason"));
      return 1;
    }
    Voiding voiding =
        office
            .get(OrderedBatches.class)
            .giveUp(batch, CodeArgument.actor(), reason, clock.instant());
    if (voiding instanceof Voiding.Voided done) {
      spec.commandLine().getOut().println(texts.say("batch.given", batch, done.rows()));
      return 0;
    }
    boolean unknown = voiding instanceof Voiding.Unknown;
    spec.commandLine()
        .getErr()
        .println(texts.say(unknown ? "batch.unknown" : "batch.nothingLeft", batch));
    return 1;
  }
}
