package cn.zhixin.verification.bulk.web;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.bulk.BulkJob;
import cn.zhixin.verification.bulk.BulkJobs;
import cn.zhixin.verification.bulk.BulkRow;
import cn.zhixin.verification.bulk.RowFile;
import cn.zhixin.verification.receipts.Asker;
import cn.zhixin.verification.receipts.ReceiptAnswer;
import cn.zhixin.verification.receipts.ReceiptEndpoint;
import cn.zhixin.verification.receipts.ReceiptFile;
import cn.zhixin.verification.receipts.Receipts;
import cn.zhixin.verification.web.Frames;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Receipts of whole lists: every row, also those that were not asked about. */
@PublicRole
@Component
class ListReceipts {
  private final BulkJobs jobs;
  private final Receipts receipts;
  private final Frames frames;

  ListReceipts(BulkJobs jobs, Receipts receipts, Frames frames) {
    this.jobs = jobs;
    this.receipts = receipts;
    this.frames = frames;
  }

  /** Of a complete list only: a receipt of a part could pass for one of the whole. */
  ResponseEntity<byte[]> of(BulkJob job, HttpServletRequest request) {
    if (job.state() != BulkJob.State.COMPLETE) {
      return Problems.of(ProblemKind.LIST_NOT_COMPLETE, Reader.of(request).language());
    }
    List<ReceiptAnswer> answers = jobs.rows(job).stream().map(ListReceipts::answer).toList();
    Asker asker = new Asker(job.organisation().name(), job.organisation().creditCode().value());
    return ReceiptEndpoint.respond(
        receipts,
        new Receipts.Question(
            frames.address(request), asker, job.purpose(), job.askedAt(), answers),
        "zhixin-receipt-" + job.id().substring(0, 8),
        request);
  }

  private static @Nullable ReceiptFile file(@Nullable RowFile file) {
    return file == null
        ? null
        : new ReceiptFile(file.name(), file.digest().toHex(), String.valueOf(file.finding()));
  }

  private static ReceiptAnswer answer(BulkRow row) {
    return new ReceiptAnswer(
        row.row(),
        row.code() == null ? "" : row.code().value(),
        row.outcome(),
        row.asOf(),
        row.summary(),
        row.name() == null ? null : row.name().name(),
        row.identity() == null ? null : row.identity().name(),
        file(row.file()));
  }
}
