package cn.zhixin.certificate;

import java.util.EnumSet;
import java.util.Set;

/**
 * A change of state that somebody asks for.
 *
 * @param kind one of {@code SUSPENDED RESUMED REVOKED CANCELLED}
 * @param actor an account's or a program's name
 * @param reason not blank
 * @param ground the legal basis, not blank
 */
public record ChangeRequest(
    VerificationCode code, CertificateEventKind kind, String actor, String reason, String ground) {
  private static final Set<CertificateEventKind> KINDS =
      EnumSet.of(
          CertificateEventKind.SUSPENDED,
          CertificateEventKind.RESUMED,
          CertificateEventKind.REVOKED,
          CertificateEventKind.CANCELLED);

  public ChangeRequest {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(kind + " is not a change that can be asked for");
    }
    if (actor.isBlank() || reason.isBlank() || ground.isBlank()) {
      throw new IllegalArgumentException("a change needs an actor, a reason and a legal ground");
    }
  }
}
