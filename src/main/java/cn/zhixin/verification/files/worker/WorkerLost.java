package cn.zhixin.verification.files.worker;

/** A worker ended over a file. */
final class WorkerLost extends Exception {
  private static final long serialVersionUID = 1L;

  private final FileFault fault;

  WorkerLost(FileFault fault, Throwable cause) {
    super(fault.name(), cause);
    this.fault = fault;
  }

  FileFault fault() {
    return fault;
  }
}
