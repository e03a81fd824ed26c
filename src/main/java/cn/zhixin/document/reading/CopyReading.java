package cn.zhixin.document.reading;

/** What comes of looking for a certificate in a file that is not one as issued. */
public sealed interface CopyReading permits Copy, UnreadableCopy {}
