package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the certificates that came with signatures, and which of them led to a trusted one:
 * thousands of files carry the same. All of it follows from the certificates' bytes and from who is
 * trusted; whether they are valid at some time is not remembered. Bounded; safe for all threads.
 */
final class CertificateMemory {
  private static final int MOST = 256;

  /** They are tried one after the other. */
  private static final int MOST_SKELETONS = 8;

  /** In bytes; what is longer is read anew each time. */
  private static final int LONGEST = 8 << 10;

  private final Map<Bytes, Known> certificates = new ConcurrentHashMap<>();
  private final Map<Chain, Validity> paths = new ConcurrentHashMap<>();
  private final Map<Chain, Boolean> single = new ConcurrentHashMap<>();
  private final List<CmsSkeleton> skeletons = new CopyOnWriteArrayList<>();

  /**
   * A certificate that was decoded.
   *
   * @param digest of its DER
   * @param p256 its key, if that is on P-256
   */
  record Known(X509Certificate certificate, Digest digest, Optional<PublicKey> p256) {}

  /** When all certificates of a path are valid; both ends belong to it. */
  record Validity(Instant from, Instant to) {
    static Validity of(Collection<X509Certificate> certificates) {
      Instant from = Instant.MIN;
      Instant to = Instant.MAX;
      for (X509Certificate each : certificates) {
        Instant begin = each.getNotBefore().toInstant();
        Instant end = each.getNotAfter().toInstant();
        from = begin.isAfter(from) ? begin : from;
        to = end.isBefore(to) ? end : to;
      }
      return new Validity(from, to);
    }

    boolean contains(Instant at) {
      return !at.isBefore(from) && !at.isAfter(to);
    }
  }

  /** A signer and what came with him, in this order. */
  private record Chain(X509Certificate signer, List<X509Certificate> embedded) {}

  Known of(X509CertificateHolder holder) throws GeneralSecurityException, IOException {
    Bytes encoded = Bytes.wrap(holder.getEncoded());
    Known known = certificates.get(encoded);
    if (known != null) {
      return known;
    }
    X509Certificate certificate =
        new JcaX509CertificateConverter().setProvider(BouncyCastle.PROVIDER).getCertificate(holder);
    Known decoded = new Known(certificate, Digest.of(encoded), p256(certificate));
    if (encoded.size() <= LONGEST) {
      put(certificates, encoded, decoded);
    }
    return decoded;
  }

  private static Optional<PublicKey> p256(X509Certificate certificate)
      throws GeneralSecurityException {
    @Nullable PublicKey key;
    try {
      key = certificate.getPublicKey();
    } catch (RuntimeException e) {
      // Bouncy Castle's readers of keys throw all kinds on parameters that make no sense
      throw new GeneralSecurityException("a certificate's key cannot be read", e);
    }
    try {
      return Optional.of(EcdsaP256.require(key));
    } catch (GeneralSecurityException ofAnotherKind) {
      return Optional.empty();
    }
  }

  /**
   * When the path from a signer to a trusted certificate is valid, which was found to be sound;
   * null if none was.
   */
  @Nullable Validity soundPath(X509Certificate signer, Collection<X509Certificate> embedded) {
    return paths.get(new Chain(signer, List.copyOf(embedded)));
  }

  void addSoundPath(
      X509Certificate signer, Collection<X509Certificate> embedded, Validity validity) {
    put(paths, new Chain(signer, List.copyOf(embedded)), validity);
  }

  /** As {@link CertificateChain#isOnePath}. */
  boolean isOnePath(X509Certificate signer, List<X509Certificate> embedded) {
    Chain chain = new Chain(signer, List.copyOf(embedded));
    Boolean known = single.get(chain);
    if (known == null) {
      known = CertificateChain.isOnePath(signer, embedded);
      put(single, chain, known);
    }
    return known;
  }

  /** Of signatures by whom the anchors trust. */
  List<CmsSkeleton> skeletons() {
    return skeletons;
  }

  void remember(CmsSkeleton skeleton) {
    if (skeletons.size() >= MOST_SKELETONS) {
      skeletons.clear();
    }
    skeletons.add(skeleton);
  }

  /** Whoever shows more than anybody trusts makes it start anew. */
  private static <K, V> void put(Map<K, V> memory, K key, V value) {
    if (memory.size() >= MOST) {
      memory.clear();
    }
    memory.put(key, value);
  }
}
