package cn.zhixin.certificate;

import cn.zhixin.encoding.Digest;
import cn.zhixin.storage.PackedFile;

/**
 * The file of an issued certificate: durable before the certificate was issued, and never changed.
 *
 * @param digest SHA-256 of the file
 * @param place where it lies
 */
public record ReleasedDocument(Digest digest, PackedFile place) {}
