package cn.zhixin.verification.files.worker;

/** Nothing can be said of the file. */
public record UnreadableFile(FileFault fault) implements WorkerAnswer {}
