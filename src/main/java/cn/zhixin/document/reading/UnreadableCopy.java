package cn.zhixin.document.reading;

/** A file that cannot be looked into. */
public record UnreadableCopy(CopyFault reason) implements CopyReading {}
