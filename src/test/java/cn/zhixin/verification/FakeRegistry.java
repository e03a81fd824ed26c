package cn.zhixin.verification;

import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEvent;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.CertificateNumber;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.ChangeOutcome;
import cn.zhixin.certificate.ChangeRequest;
import cn.zhixin.certificate.CredentialSigner;
import cn.zhixin.certificate.DocumentRelease;
import cn.zhixin.certificate.HeldCertificates;
import cn.zhixin.certificate.Registration;
import cn.zhixin.certificate.RegistryContradiction;
import cn.zhixin.certificate.StateFeed;
import cn.zhixin.certificate.TitleResult;
import cn.zhixin.certificate.VerificationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A registry and its feed in memory; either can be broken, reads can be held up and are counted.
 */
public final class FakeRegistry implements Certificates, StateFeed, HeldCertificates {
  private final Map<VerificationCode, Certificate> certificates = new LinkedHashMap<>();
  private final List<Entry> feed = new ArrayList<>();
  public final AtomicInteger reads = new AtomicInteger();
  public final AtomicInteger feedQueries = new AtomicInteger();
  public volatile boolean registryBroken;
  public volatile boolean feedBroken;

  /** The certificates that somebody manipulated in the database. */
  public final Set<VerificationCode> contradicting = ConcurrentHashMap.newKeySet();

  /** Run in the middle of a read, after the state was looked at. */
  public volatile Runnable duringRead = () -> {};

  /** Run in the middle of a query of the feed, after the entries were looked at. */
  public volatile Runnable duringFeed = () -> {};

  public synchronized Certificate issue(Certificate registered, Instant at) {
    Certificate issued = with(registered, List.of(event(CertificateEventKind.ISSUED, 1, at)), null);
    return commit(issued);
  }

  public synchronized Certificate change(
      VerificationCode code,
      CertificateEventKind kind,
      Instant at,
      @Nullable VerificationCode successor) {
    Certificate before = Optional.ofNullable(certificates.get(code)).orElseThrow();
    List<CertificateEvent> events = new ArrayList<>(before.events());
    events.add(event(kind, before.version() + 1, at));
    return commit(with(before, events, successor));
  }

  public Certificate change(VerificationCode code, CertificateEventKind kind, Instant at) {
    return change(code, kind, at, null);
  }

  /** As a backup does that was made when the feed had that many entries. */
  public synchronized void forgetFeedAfter(int entries) {
    feed.subList(entries, feed.size()).clear();
  }

  /** The run of the database; another one after it was put back. */
  public volatile long history = 1;

  @Override
  public long history() {
    return history;
  }

  /** Without an event, as somebody who writes to the database past the registry would. */
  public synchronized void overwrite(Certificate certificate) {
    certificates.put(certificate.code(), certificate);
  }

  private Certificate commit(Certificate certificate) {
    certificates.put(certificate.code(), certificate);
    feed.add(
        new Entry(
            feed.size() + 1, certificate.code(), certificate.version(), certificate.changedAt()));
    return certificate;
  }

  private static CertificateEvent event(CertificateEventKind kind, int version, Instant at) {
    return new CertificateEvent(kind, version, at, "clerk", "a reason not for the public", "§ 9");
  }

  private static Certificate with(
      Certificate from, List<CertificateEvent> events, @Nullable VerificationCode successor) {
    return new Certificate(
        from.code(),
        from.number(),
        from.edition(),
        from.result(),
        from.issuedOn(),
        from.credential(),
        from.salt(),
        from.ledgerPlace(),
        from.document(),
        events,
        from.predecessor(),
        successor);
  }

  @Override
  public List<Certificate> placed(List<Certificate> registered) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Certificate> find(VerificationCode code) {
    reads.incrementAndGet();
    if (registryBroken) {
      throw new IllegalStateException("the registry is broken, as the test wants");
    }
    Certificate found;
    synchronized (this) {
      found = certificates.get(code);
    }
    duringRead.run();
    if (found != null && contradicting.contains(code)) {
      throw new RegistryContradiction(found.number(), "event none, entry 2 REVOKED");
    }
    return Optional.ofNullable(found);
  }

  @Override
  public Optional<Entry> snapshot(ObjIntConsumer<VerificationCode> changed) {
    Optional<Entry> last;
    synchronized (this) {
      brokenFeed();
      feed.stream()
          .filter(entry -> entry.version() > 1)
          .forEach(entry -> changed.accept(entry.code(), entry.version()));
      last = feed.isEmpty() ? Optional.empty() : Optional.of(feed.get(feed.size() - 1));
    }
    duringFeed.run();
    return last;
  }

  @Override
  public List<Entry> after(long position, int limit) {
    List<Entry> entries;
    synchronized (this) {
      brokenFeed();
      feedQueries.incrementAndGet();
      entries = feed.stream().filter(entry -> entry.position() > position).limit(limit).toList();
    }
    duringFeed.run();
    return entries;
  }

  private void brokenFeed() {
    if (feedBroken) {
      throw new IllegalStateException("the feed is broken, as the test wants");
    }
  }

  @Override
  public synchronized List<Certificate> of(IdentityDocument document) {
    reads.incrementAndGet();
    if (registryBroken) {
      throw new IllegalStateException("the registry is broken, as the test wants");
    }
    return certificates.values().stream()
        .filter(each -> each.result().document().equals(document))
        .toList();
  }

  @Override
  public synchronized Optional<Certificate> find(CertificateNumber number) {
    return certificates.values().stream().filter(each -> each.number().equals(number)).findFirst();
  }

  @Override
  public List<Certificate> findAll(Collection<VerificationCode> codes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Certificate> findNumbered(Collection<CertificateNumber> numbers) {
    return numbers.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  @Override
  public List<Optional<Registration>> issuedBefore(List<TitleResult> results) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Registration> register(
      List<TitleResult> results, LocalDate issuedOn, CredentialSigner signer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Registration registerCorrection(
      VerificationCode predecessor,
      TitleResult corrected,
      LocalDate issuedOn,
      CredentialSigner signer,
      String actor,
      String reason,
      String ground) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Certificate> release(List<DocumentRelease> releases, Instant at, String actor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ChangeOutcome change(ChangeRequest request, Instant at) {
    throw new UnsupportedOperationException();
  }
}
