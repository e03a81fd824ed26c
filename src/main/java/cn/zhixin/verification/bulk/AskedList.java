package cn.zhixin.verification.bulk;

/** What an organisation asks about at once: codes, or files. */
public sealed interface AskedList permits CodeList, FileList {
  /** Rows, at least one. */
  int size();
}
