package cn.zhixin.certificate;

import cn.zhixin.encoding.Digest;

/**
 * What the public ledger was told of an event.
 *
 * @param version of the event
 * @param subject of the certificate it is about
 */
record EventEntry(CertificateEventKind kind, int version, Digest subject) {}
