package cn.zhixin.certificate;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.Salt;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps that fix number, code and credential; runs within the caller's transaction. */
final class Registrations {
  private final CertificateReading reading;
  private final CertificateInserts inserts;
  private final LedgerQueue ledger;
  private final NumberSerials serials;
  private final RegistryLocks locks;
  private final SecureRandom random;

  Registrations(
      CertificateReading reading,
      CertificateInserts inserts,
      LedgerQueue ledger,
      NumberSerials serials,
      RegistryLocks locks,
      SecureRandom random) {
    this.reading = reading;
    this.inserts = inserts;
    this.ledger = ledger;
    this.serials = serials;
    this.locks = locks;
    this.random = random;
  }

  List<Registration> register(
      List<TitleResult> results, LocalDate issuedOn, CredentialSigner signer) {
    locks.lockPersons(results.stream().map(TitleResult::document).toList());
    KnownResults known = new KnownResults(reading.alike(results), reading::find);
    Map<NaturalKey, TitleResult> fresh = fresh(results, known);
    List<Certificate> made = make(List.copyOf(fresh.values()), issuedOn, signer);
    ledger.addIssues(inserts.insert(made), made);
    made.forEach(known::add);
    return results.stream().map(result -> outcome(result, known, fresh)).toList();
  }

  /** Without the persons' locks: what is registered and not issued counts as not there. */
  List<Optional<Registration>> issuedBefore(List<TitleResult> results) {
    KnownResults known = new KnownResults(reading.alike(results), reading::find);
    return results.stream().map(result -> issuedBefore(result, known)).toList();
  }

  private static Optional<Registration> issuedBefore(TitleResult result, KnownResults known) {
    Optional<Certificate> same = known.same(result);
    return same.isPresent()
        ? same.filter(Certificate::isIssued).map(Registration.AlreadyRegistered::new)
        : known
            .conflicting(result)
            .filter(Certificate::isIssued)
            .map(Registration.Conflicting::new);
  }

  /** The results that get a certificate: of several with one key, or in conflict, the first. */
  private static Map<NaturalKey, TitleResult> fresh(List<TitleResult> results, KnownResults known) {
    Map<NaturalKey, TitleResult> fresh = new LinkedHashMap<>();
    Set<HeldTitle> held = new HashSet<>();
    for (TitleResult result : results) {
      NaturalKey key = NaturalKey.of(result);
      if (!fresh.containsKey(key)
          && known.same(result).isEmpty()
          && known.conflicting(result).isEmpty()
          && held.add(HeldTitle.of(result))) {
        fresh.put(key, result);
      }
    }
    return fresh;
  }

  private static Registration outcome(
      TitleResult result, KnownResults known, Map<NaturalKey, TitleResult> fresh) {
    Optional<Certificate> same = known.same(result);
    if (same.isPresent()) {
      boolean first = fresh.remove(NaturalKey.of(result)) != null;
      return first
          ? new Registration.Registered(same.get())
          : new Registration.AlreadyRegistered(same.get());
    }
    return new Registration.Conflicting(known.conflicting(result).orElseThrow());
  }

  private List<Certificate> make(
      List<TitleResult> results, LocalDate issuedOn, CredentialSigner signer) {
    if (results.isEmpty()) {
      return List.of();
    }
    List<CertificateNumber> numbers = serials.next(results);
    List<Certificate> made = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      made.add(make(results.get(i), numbers.get(i), 1, null, issuedOn, signer));
    }
    return made;
  }

  private Certificate make(
      TitleResult result,
      CertificateNumber number,
      int edition,
      @Nullable VerificationCode predecessor,
      LocalDate issuedOn,
      CredentialSigner signer) {
    Bytes claims = CredentialCodec.encode(CredentialClaims.of(number, result, issuedOn));
    return new Certificate(
        VerificationCode.generate(random),
        number,
        edition,
        result,
        issuedOn,
        signer.sign(claims),
        Salt.random(random),
        null,
        null,
        List.of(),
        predecessor,
        null);
  }

  Registration registerCorrection(
      Correction correction, TitleResult corrected, LocalDate issuedOn, CredentialSigner signer) {
    TitleResult wrong = issued(correction.predecessor()).result();
    locks.lockPersons(List.of(wrong.document(), corrected.document()));
    Certificate old = issued(correction.predecessor());
    Optional<Certificate> next = reading.correctionOf(old.code());
    if (next.isPresent()) {
      return next.get().result().saysTheSameAs(corrected)
          ? new Registration.AlreadyRegistered(next.get())
          : new Registration.Conflicting(next.get());
    }
    if (old.state() != CertificateState.VALID) {
      throw new IllegalArgumentException("a certificate that is " + old.state() + " stays so");
    }
    KnownResults known = new KnownResults(reading.alike(List.of(corrected)), reading::find);
    Optional<Certificate> other =
        known
            .same(corrected)
            .or(() -> known.conflicting(corrected))
            .filter(found -> !found.code().equals(old.code()));
    if (other.isPresent()) {
      return new Registration.Conflicting(other.get());
    }
    CertificateNumber number = serials.next(List.of(corrected)).get(0);
    Certificate made = make(corrected, number, old.edition() + 1, old.code(), issuedOn, signer);
    ledger.addIssues(List.of(inserts.insert(made, correction)), List.of(made));
    return new Registration.Registered(made);
  }

  private Certificate issued(VerificationCode code) {
    return reading
        .find(code)
        .filter(Certificate::isIssued)
        .orElseThrow(() -> new IllegalArgumentException("no issued certificate has this code"));
  }
}
