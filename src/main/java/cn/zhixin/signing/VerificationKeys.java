package cn.zhixin.signing;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys, past ones too, whose signatures are recognised. */
public final class VerificationKeys {
  private final Map<KeyId, VerificationKey> byId = new LinkedHashMap<>();

  private VerificationKeys() {}

  /** Of these certificates, those whose key is on P-256; a key for receipts signs no credential. */
  public static VerificationKeys of(Collection<X509Certificate> certificates) {
    VerificationKeys keys = new VerificationKeys();
    for (X509Certificate certificate : certificates) {
      if (KeyPurpose.isForReceipts(certificate)) {
        continue;
      }
      try {
        VerificationKey key = VerificationKey.of(certificate);
        keys.byId.putIfAbsent(key.id(), key);
      } catch (GeneralSecurityException ofAnotherKind) {
        continue;
      }
    }
    return keys;
  }

  public Optional<VerificationKey> find(KeyId id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Collection<VerificationKey> all() {
    return List.copyOf(byId.values());
  }
}
