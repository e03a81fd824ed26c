package cn.zhixin.certificate;

/**
 * A finished document that is durable and may be released.
 *
 * @param certificate as it was registered, with its place in the ledger
 */
public record DocumentRelease(Certificate certificate, ReleasedDocument document) {}
