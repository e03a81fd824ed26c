package cn.zhixin.certificate;

import cn.zhixin.encoding.Digest;
import java.util.List;

/**
 * A certificate's events are its entries in the ledger: the same versions without gaps, of the same
 * kinds, all of the subject that its credential has. Only the entry of its issue is there before
 * the event.
 */
final class LedgerAgreement {
  private LedgerAgreement() {}

  /**
   * @param entries by version
   * @throws RegistryContradiction if they are not those of the certificate's events
   */
  static void require(Certificate certificate, List<EventEntry> entries) {
    CertificateNumber number = certificate.number();
    requireSubject(certificate, entries);
    if (certificate.isIssued()) {
      requireSame(number, certificate.events(), entries);
      // throws if they cannot have followed on one another
      CertificateLife.state(number, certificate.events());
      if (certificate.ledgerPlace() == null) {
        throw new RegistryContradiction(number, "it is issued, its entry still waits");
      }
    } else if (entries.size() != 1 || entries.get(0).version() != 1) {
      throw new RegistryContradiction(
          number, "no event, and in the ledger not the entry of its issue alone");
    }
  }

  private static void requireSubject(Certificate certificate, List<EventEntry> entries) {
    Digest subject = certificate.ledgerSubject();
    for (EventEntry entry : entries) {
      if (!entry.subject().equals(subject)) {
        throw new RegistryContradiction(
            certificate.number(), "its entry " + entry.version() + " is of another subject");
      }
    }
  }

  private static void requireSame(
      CertificateNumber number, List<CertificateEvent> events, List<EventEntry> entries) {
    for (int i = 0; i < Math.max(events.size(), entries.size()); i++) {
      String event =
          i < events.size() ? told(events.get(i).version(), events.get(i).kind()) : "none";
      String entry =
          i < entries.size() ? told(entries.get(i).version(), entries.get(i).kind()) : "none";
      if (!event.equals(entry)) {
        throw new RegistryContradiction(
            number, "event " + event + ", and in the ledger entry " + entry);
      }
    }
  }

  private static String told(int version, CertificateEventKind kind) {
    return version + " " + kind;
  }
}
