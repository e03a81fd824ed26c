package cn.zhixin.certificate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which events may follow on which, and the state they lead to.
 *
 * <pre>
 *   ISSUED → VALID ⇄ SUSPENDED       (SUSPENDED, RESUMED)
 *   VALID → SUPERSEDED
 *   VALID, SUSPENDED → REVOKED or CANCELLED
 * </pre>
 *
 * Nothing follows on {@code SUPERSEDED}, {@code REVOKED} and {@code CANCELLED}.
 */
final class CertificateLife {
  private CertificateLife() {}

  /** What an event would do to a certificate in some state. */
  enum Effect {
    CHANGES,
    /** The certificate is in the event's state already. */
    NOTHING,
    IMPOSSIBLE
  }

  /**
   * @param number whose life it is
   * @param events oldest first
   * @throws IllegalStateException if there is none: the certificate is not issued yet
   * @throws RegistryContradiction if they cannot have followed on one another
   */
  static CertificateState state(CertificateNumber number, List<CertificateEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalStateException("a certificate's life begins when it is issued");
    }
    if (events.get(0).kind() != CertificateEventKind.ISSUED) {
      throw new RegistryContradiction(number, "its life begins with " + events.get(0).kind());
    }
    CertificateState state = CertificateState.VALID;
    for (int i = 0; i < events.size(); i++) {
      CertificateEvent event = events.get(i);
      if (event.version() != i + 1) {
        throw new RegistryContradiction(
            number, "its event " + (i + 1) + " has version " + event.version());
      }
      if (i > 0) {
        if (effect(state, event.kind()) != Effect.CHANGES) {
          throw new RegistryContradiction(number, event.kind() + " cannot follow on " + state);
        }
        state = after(event.kind());
      }
    }
    return state;
  }

  static Effect effect(CertificateState from, CertificateEventKind kind) {
    if (kind == CertificateEventKind.ISSUED) {
      return Effect.IMPOSSIBLE;
    }
    if (after(kind) == from) {
      return Effect.NOTHING;
    }
    return possible(from).contains(kind) ? Effect.CHANGES : Effect.IMPOSSIBLE;
  }

  /** The state that an event leads to, from wherever it is possible. */
  static CertificateState after(CertificateEventKind kind) {
    return switch (kind) {
      case ISSUED, RESUMED -> CertificateState.VALID;
      case SUSPENDED -> CertificateState.SUSPENDED;
      case SUPERSEDED -> CertificateState.SUPERSEDED;
      case REVOKED -> CertificateState.REVOKED;
      case CANCELLED -> CertificateState.CANCELLED;
    };
  }

  private static Set<CertificateEventKind> possible(CertificateState from) {
    return switch (from) {
      case VALID ->
          EnumSet.of(
              CertificateEventKind.SUSPENDED,
              CertificateEventKind.SUPERSEDED,
              CertificateEventKind.REVOKED,
              CertificateEventKind.CANCELLED);
      case SUSPENDED ->
          EnumSet.of(
              CertificateEventKind.RESUMED,
              CertificateEventKind.REVOKED,
              CertificateEventKind.CANCELLED);
      case SUPERSEDED, REVOKED, CANCELLED -> EnumSet.noneOf(CertificateEventKind.class);
    };
  }
}
