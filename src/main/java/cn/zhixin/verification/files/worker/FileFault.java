package cn.zhixin.verification.files.worker;

import cn.zhixin.document.reading.CopyFault;

/** Why nothing can be said of a file. The names are stable codes. */
public enum FileFault {
  TOO_LARGE,
  /** Neither PDF, PNG nor JPEG. */
  UNKNOWN_FORMAT,
  ENCRYPTED,
  DAMAGED,
  TOO_MANY_PAGES,
  TOO_MANY_PIXELS,
  /** Reading it took more time than there is for one file. */
  TOO_SLOW,
  /** Reading it took more memory than there is for one file. */
  TOO_COMPLEX,
  /** All workers have more to do than they can; says nothing of the file. */
  BUSY;

  static FileFault of(CopyFault fault) {
    return switch (fault) {
      case UNKNOWN_FORMAT -> UNKNOWN_FORMAT;
      case ENCRYPTED -> ENCRYPTED;
      case DAMAGED -> DAMAGED;
      case TOO_MANY_PAGES -> TOO_MANY_PAGES;
      case TOO_MANY_PIXELS -> TOO_MANY_PIXELS;
    };
  }
}
