package cn.zhixin.verification.bulk.web;

import cn.zhixin.catalogue.InvisibleCharacters;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.people.ApiKey;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.bulk.AskedList;
import cn.zhixin.verification.bulk.BulkJob;
import cn.zhixin.verification.bulk.BulkJobs;
import cn.zhixin.verification.bulk.BulkRunner;
import cn.zhixin.verification.bulk.FileList;
import cn.zhixin.verification.bulk.ListFault;
import cn.zhixin.verification.bulk.ListFile;
import cn.zhixin.verification.bulk.MalformedList;
import cn.zhixin.verification.web.Frames;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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

  /** The same for files. */
  static final int FILES_AT_ONCE = 10;

  static final int LONGEST_PURPOSE = 200;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A workbook takes some 100 MB while it is read, a ZIP some 70. */
  private final Semaphore readings = new Semaphore(2, true);

  private final BulkJobs jobs;
  private final BulkRunner runner;
  private final Frames frames;

  ListIntake(BulkJobs jobs, BulkRunner runner, Frames frames) {
    this.jobs = jobs;
    this.runner = runner;
    this.frames = frames;
  }

  /** A list out of what somebody sent. */
  AskedList read(InputStream content, Form form) throws IOException, MalformedList {
    readings.acquireUninterruptibly();
    try {
      byte[] head = content.readNBytes(ListFile.HEAD);
      int largest = ListFile.largest(Bytes.wrap(head));
      byte[] bytes =
          new SequenceInputStream(new ByteArrayInputStream(head), content).readNBytes(largest + 1);
      if (bytes.length > largest) {
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
    AskedList read(byte[] content) throws MalformedList;
  }

  /**
   * Orders a list, and waits for the answer if it is small; empty if there are too many running.
   */
  Optional<BulkJob> order(ApiKey key, String purpose, AskedList list, HttpServletRequest request) {
    Optional<BulkJob> ordered = jobs.order(key, purpose.strip(), list, frames.address(request));
    if (ordered.isEmpty()) {
      return ordered;
    }
    runner.wake();
    if (list.size() > (list instanceof FileList ? FILES_AT_ONCE : AT_ONCE)) {
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
    String purpose = text.strip();
    return !purpose.isEmpty()
        && purpose.length() <= LONGEST_PURPOSE
        && InvisibleCharacters.firstInLine(purpose).isEmpty();
  }
}
