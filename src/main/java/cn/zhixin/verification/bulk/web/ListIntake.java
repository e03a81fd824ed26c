package cn.zhixin.verification.bulk.web;

import cn.zhixin.people.ApiKey;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.bulk.BulkJob;
import cn.zhixin.verification.bulk.BulkJobs;
import cn.zhixin.verification.bulk.BulkRunner;
import cn.zhixin.verification.bulk.CodeList;
import cn.zhixin.verification.bulk.ListFault;
import cn.zhixin.verification.bulk.ListFile;
import cn.zhixin.verification.bulk.MalformedList;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Takes lists in: few are read at a time, small ones are waited for. */
@PublicRole
@Component
class ListIntake {
  /** Rows up to which the answer comes with the request. */
  static final int AT_ONCE = 200;

  static final int LONGEST_PURPOSE = 200;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A workbook takes some 100 MB while it is read. */
  private final Semaphore readings = new Semaphore(2, true);

  private final BulkJobs jobs;
  private final BulkRunner runner;

  ListIntake(BulkJobs jobs, BulkRunner runner) {
    this.jobs = jobs;
    this.runner = runner;
  }

  /** A list out of what somebody sent. */
  CodeList read(InputStream content, Form form) throws IOException, MalformedList {
    readings.acquireUninterruptibly();
    try {
      byte[] bytes = content.readNBytes(ListFile.LARGEST + 1);
      if (bytes.length > ListFile.LARGEST) {
        throw new MalformedList(ListFault.TOO_LARGE);
      }
      return form.read(bytes);
    } finally {
      readings.release();
    }
  }

  /** What the bytes are taken for. */
  @FunctionalInterface
  interface Form {
    CodeList read(byte[] content) throws MalformedList;
  }

  /**
   * Orders a list, and waits for the answer if it is small; empty if there are too many running.
   */
  Optional<BulkJob> order(ApiKey key, String purpose, CodeList list) {
    Optional<BulkJob> ordered = jobs.order(key, purpose.strip(), list);
    if (ordered.isEmpty()) {
      return ordered;
    }
    runner.wake();
    if (list.rows().size() > AT_ONCE) {
      return ordered;
    }
    try {
      return runner.await(ordered.get().id(), key.organisation(), PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ordered;
    }
  }

  static boolean isPurpose(String text) {
    return !text.isBlank() && text.strip().length() <= LONGEST_PURPOSE && text.indexOf('\0') < 0;
  }
}
