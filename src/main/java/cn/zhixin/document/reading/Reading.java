package cn.zhixin.document.reading;

/** What comes of reading a file. */
public sealed interface Reading permits CertificatePdf, RefusedPdf {}
