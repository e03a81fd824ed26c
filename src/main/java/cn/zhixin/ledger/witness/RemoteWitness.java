package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.SignatureType;
import cn.zhixin.ledger.note.VerifierKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A witness as the log knows it.
 *
 * @param address its submission prefix, http or https
 * @param keys of one name and with which it cosigns; by the first one it counts for a quorum
 */
public record RemoteWitness(URI address, List<VerifierKey> keys) {
  public RemoteWitness {
    keys = List.copyOf(keys);
    String scheme = address.getScheme();
    if (!("http".equals(scheme) || "https".equals(scheme)) || address.getHost() == null) {
      throw new IllegalArgumentException("a witness's address is http or https, not " + address);
    }
    if (keys.stream().map(VerifierKey::name).distinct().count() != 1) {
      throw new IllegalArgumentException("a witness has keys of one name: " + address);
    }
    if (keys.stream().anyMatch(key -> key.type() == SignatureType.ED25519)) {
      throw new IllegalArgumentException(
          "a witness's key has type 4 or 6, that of a log has 1: " + address);
    }
  }

  /**
   * @param vkeys one, or several with spaces between them
   */
  public static RemoteWitness parse(URI address, String vkeys) throws MalformedNote {
    List<VerifierKey> keys = new ArrayList<>();
    for (String vkey : vkeys.strip().split("\\s+")) {
      keys.add(VerifierKey.parse(vkey));
    }
    return new RemoteWitness(address, keys);
  }

  public String name() {
    return key().name();
  }

  /** By which it counts. */
  public VerifierKey key() {
    return keys.get(0);
  }

  URI submission() {
    String prefix = address.toString();
    String trimmed = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return URI.create(trimmed + AddCheckpoint.PATH);
  }
}
