package cn.zhixin.verification.files.worker;

/** What comes of giving a file to the workers. */
public sealed interface WorkerAnswer permits FileEvidence, UnreadableFile, CarriedReceipt {}
