package cn.zhixin.signing;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign, each in its validity only, and all that verify, past ones too. Immutable:
 * made by {@link #builder}.
 */
public final class KeyRing {
  /** How long before its end a key is warned of. */
  public static final Duration WARNING = Duration.ofDays(90);

  private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

  private final List<SigningKey> signing;
  private final VerificationKeys verification;
  private final InstantSource clock;

  KeyRing(List<SigningKey> signing, List<X509Certificate> certificates, InstantSource clock) {
    this.signing = List.copyOf(signing);
    Set<X509Certificate> all = new LinkedHashSet<>();
    signing.forEach(key -> all.add(key.certificate()));
    all.addAll(certificates);
    this.verification = VerificationKeys.of(all);
    this.clock = clock;
  }

  /** A ring to which key stores and certificates are added. */
  public static KeyRingBuilder builder(InstantSource clock) {
    return new KeyRingBuilder(clock);
  }

  /**
   * The key that signs for a purpose at a time; of several, the one that became valid last.
   *
   * @throws KeyRefused with the reason, if there is none
   */
  public SigningKey signingKey(KeyPurpose purpose, Instant at) {
    List<SigningKey> candidates =
        signing.stream()
            .filter(key -> key.purpose() == purpose)
            .sorted(Comparator.comparing((SigningKey key) -> key.verification().notBefore()))
            .toList();
    if (candidates.isEmpty()) {
      throw new KeyRefused(
          KeyRefused.Reason.NO_KEY,
          String.format(
              "没有用途为 %s 的签名密钥；请核对 %s / there is no key for %s: look at %s",
              purpose, purpose.setting(), purpose, purpose.setting()));
    }
    SigningKey latest = candidates.get(candidates.size() - 1);
    for (SigningKey key : candidates) {
      if (key.verification().isValidAt(at)) {
        latest = key;
      }
    }
    latest.requireValidAt(at);
    return latest;
  }

  /** The key that signs for a purpose now. */
  public SigningKey signingKey(KeyPurpose purpose) {
    return signingKey(purpose, clock.instant());
  }

  public List<SigningKey> signingKeys() {
    return signing;
  }

  public VerificationKeys verificationKeys() {
    return verification;
  }

  /** The signing keys whose validity ends within that time from now, or has ended. */
  public List<SigningKey> expiring(Duration within) {
    Instant limit = clock.instant().plus(within);
    return signing.stream().filter(key -> key.verification().notAfter().isBefore(limit)).toList();
  }

  /** Logs a warning for each key that ends within {@link #WARNING}: for the start and each day. */
  public void warnOfExpiring() {
    for (SigningKey key : expiring(WARNING)) {
      Instant end = key.verification().notAfter();
      long days = Duration.between(clock.instant(), end).toDays();
      log.warn("key {} for {} is valid to {}: {} days left", key.id(), key.purpose(), end, days);
    }
  }
}
