package cn.zhixin.issuance.cli;

import cn.zhixin.issuance.BatchArchive;
import cn.zhixin.issuance.BatchSummary;
import cn.zhixin.issuance.OrderedBatches;
import cn.zhixin.issuance.RowResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code batch zip BATCH FILE}: exit 0 if the file holds every certificate of the batch. */
@Command(
    description = {
      "打包有效的证书 / puts the valid certificates into a ZIP file",
      "把一个批次现行有效的证书打包成一个 ZIP 文件，以证书编号命名。",
      "Puts the certificates of a batch that are valid now into one ZIP file, named by their"
          + " numbers."
    },
    mixinStandardHelpOptions = true)
final class BatchZipCommand implements Callable<Integer> {
  private final Office office;

  @Parameters(index = "0", paramLabel = "BATCH", description = "批次编号 / number of the batch")
  private long number;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "ZIP 文件，须尚不存在 / a file that is not there yet")
  private Path file = Path.of("");

  @Mixin private LanguageOption language = new LanguageOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  BatchZipCommand(Office office) {
    this.office = office;
  }

  @Override
  public Integer call() throws SQLException {
    Texts texts = language.texts();
    PrintWriter err = spec.commandLine().getErr();
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      err.println(texts.say("batch.zip.noFolder", String.valueOf(folder)));
      return 1;
    }
    if (Files.exists(file)) {
      err.println(texts.say("batch.zip.exists", file));
      return 1;
    }
    Optional<BatchSummary> batch = office.get(OrderedBatches.class).find(number);
    if (batch.isEmpty()) {
      err.println(texts.say("batch.unknown", number));
      return 1;
    }
    return write(batch.get(), texts);
  }

  private int write(BatchSummary batch, Texts texts) throws SQLException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ProgressBar bar =
        ProgressBar.withoutRefused(
            System.out, System.console() != null, InstantSource.system(), texts, batch.done());
    BatchArchive.Written written;
    try {
      written = archive(batch, bar);
    } catch (AccessDeniedException e) {
      err.println(texts.say("batch.zip.noPermission", file));
      return 1;
    } catch (IOException e) {
      err.println(texts.say("batch.zip.failed", file, reason(e)));
      return 1;
    }
    RowWords words = new RowWords(texts);
    for (RowResult row : written.leftOut()) {
      words
          .of(row)
          .forEach(why -> err.println(texts.say("batch.zip.leftOut", row.sheetRow(), why)));
    }
    if (written.certificates() == 0) {
      err.println(texts.say("batch.zip.empty", number));
      return 1;
    }
    out.println(texts.say("batch.zip.written", file, written.certificates(), batch.rows()));
    if (batch.waiting() > 0) {
      err.println(texts.say("batch.zip.waiting", number, batch.waiting()));
    }
    return written.leftOut().isEmpty() && batch.waiting() == 0 ? 0 : 1;
  }

  /** Whatever becomes of it, the bar's line is ended before anything is said. */
  private BatchArchive.Written archive(BatchSummary batch, ProgressBar bar)
      throws SQLException, IOException {
    try {
      return office.get(BatchArchive.class).write(batch.batch(), file, bar::advance);
    } finally {
      bar.finish();
    }
  }

  /** What a file system says in words, or by the name of its exception. */
  private static String reason(IOException e) {
    if (e instanceof FileSystemException told) {
      return told.getReason() == null ? e.getClass().getSimpleName() : told.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
