package cn.zhixin.document.reading;

/** Why a file cannot be looked into. */
public enum CopyFault {
  /** Neither PDF, PNG nor JPEG by its first bytes. */
  UNKNOWN_FORMAT,
  ENCRYPTED,
  DAMAGED,
  TOO_MANY_PAGES,
  TOO_MANY_PIXELS
}
