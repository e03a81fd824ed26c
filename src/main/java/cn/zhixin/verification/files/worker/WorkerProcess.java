package cn.zhixin.verification.files.worker;

import cn.zhixin.encoding.Bytes;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One worker as the service sees it. Used by one thread at a time; closed by any. */
final class WorkerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final ScheduledExecutorService watch;
  private final AtomicBoolean late = new AtomicBoolean();
  private int files;

  private WorkerProcess(Process process, ScheduledExecutorService watch) {
    this.process = process;
    this.watch = watch;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /** Returns when the process is ready for a file. */
  static WorkerProcess start(
      WorkerOrders orders, int memoryMegabytes, ScheduledExecutorService watch) throws IOException {
    WorkerProcess worker = new WorkerProcess(WorkerCommand.of(memoryMegabytes).start(), watch);
    try {
      worker.within(
          START,
          () -> {
            orders.write(worker.out);
            EvidenceFrame.require(worker.in.readByte() == FileWorker.READY, "readiness");
            return true;
          });
      return worker;
    } catch (IOException e) {
      worker.close();
      throw new IOException("no worker for files can be started", e);
    }
  }

  /**
   * Gives the file to the process.
   *
   * @throws WorkerLost if it did not answer in time, or not at all: then it is of no more use
   */
  WorkerAnswer examine(Bytes file, Duration time) throws WorkerLost {
    files++;
    try {
      return within(
          time,
          () -> {
            out.writeInt(file.size());
            out.write(file.unsafeArray());
            out.flush();
            return EvidenceFrame.read(in);
          });
    } catch (IOException e) {
      close();
      throw new WorkerLost(late.get() ? FileFault.TOO_SLOW : FileFault.TOO_COMPLEX, e);
    }
  }

  /** How many files it was given. */
  int files() {
    return files;
  }

  private <T> T within(Duration time, Conversation<T> conversation) throws IOException {
    ScheduledFuture<?> end =
        watch.schedule(
            () -> {
              late.set(true);
              close();
            },
            time.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      T answer = conversation.hold();
      if (!end.cancel(false) && late.get()) {
        throw new IOException("the answer came too late");
      }
      return answer;
    } finally {
      end.cancel(false);
    }
  }

  /** Whether it can be given a file. */
  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** What is said to the process and heard from it. */
  private interface Conversation<T> {
    T hold() throws IOException;
  }
}
