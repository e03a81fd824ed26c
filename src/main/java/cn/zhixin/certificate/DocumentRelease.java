package cn.zhixin.certificate;

import cn.zhixin.encoding.Digest;

/**
 * A finished document that is durable and may be released.
 *
 * @param document SHA-256 of the file
 */
public record DocumentRelease(VerificationCode code, Digest document) {}
