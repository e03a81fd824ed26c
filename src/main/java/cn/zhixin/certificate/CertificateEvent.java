package cn.zhixin.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a certificate; never changed, never removed.
 *
 * @param version of the certificate's state after the event: 1 for {@code ISSUED}, then one more
 *     each
 * @param actor who did it: an account's or a program's name, no personal data
 * @param reason in words, for the file; the public is not told
 * @param ground the legal basis, such as a clause or a decision's number
 */
public record CertificateEvent(
    CertificateEventKind kind,
    int version,
    Instant at,
    String actor,
    @Nullable String reason,
    @Nullable String ground) {}
