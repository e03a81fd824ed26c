package cn.zhixin.verification.bulk.web;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.bulk.BulkJob;
import cn.zhixin.verification.bulk.BulkJobs;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Receipts of whole lists. */
@PublicRole
@Component
class ListReceipts {
  private final BulkJobs jobs;

  ListReceipts(BulkJobs jobs) {
    this.jobs = jobs;
  }

  ResponseEntity<byte[]> of(BulkJob job, HttpServletRequest request) {
    return Problems.of(ProblemKind.NO_RECEIPTS, Reader.of(request).language());
  }
}
