package cn.zhixin.certificate;

/**
 * A change of state that somebody asks for.
 *
 * @param kind one of {@code SUSPENDED RESUMED REVOKED CANCELLED}
 * @param actor an account's or a program's name
 * @param reason not blank
 * @param ground the legal basis, not blank
 */
public record ChangeRequest(
    VerificationCode code, CertificateEventKind kind, String actor, String reason, String ground) {}
