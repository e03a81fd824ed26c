package cn.zhixin.ledger;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.CborReader;
import cn.zhixin.encoding.CborWriter;
import cn.zhixin.encoding.Digest;
import cn.zhixin.encoding.MalformedCbor;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the ledger: what happened to a certificate, and when it was entered. A CBOR map in
 * the deterministic encoding of RFC 8949 §4.2.1:
 *
 * <pre>
 *   key  value
 *    1   kind, 1 to 6 ({@link LeafKind#code})
 *    2   issuer's number, unsigned
 *    3   time of entry, milliseconds since 1970
 *    4   subject, 32 bytes: the salted digest of the credential ({@link Salt#subject})
 *    5   successor's subject, 32 bytes; of kind 4 (superseded) only, and always there
 * </pre>
 *
 * @param issuer number in the catalogue
 * @param at when the entry was given its place: never before that of the entry before it
 * @param subject the certificate
 * @param successor what replaced it; of kind {@code SUPERSEDED} only
 */
public record LedgerLeaf(
    LeafKind kind, int issuer, Instant at, Digest subject, Optional<Digest> successor) {
  private static final int KIND = 1;
  private static final int ISSUER = 2;
  private static final int AT = 3;
  private static final int SUBJECT = 4;
  private static final int SUCCESSOR = 5;

  /** The end of the year 9999. */
  static final long LAST_MILLI = 253_402_300_799_999L;

  public LedgerLeaf {
    if (issuer < 0 || (kind == LeafKind.SUPERSEDED) != successor.isPresent()) {
      throw new IllegalArgumentException("a leaf has an issuer, and if superseded a successor");
    }
    if (at.getNano() % 1_000_000 != 0 || at.toEpochMilli() < 0 || at.toEpochMilli() > LAST_MILLI) {
      throw new IllegalArgumentException("a leaf's time has milliseconds, up to the year 9999");
    }
  }

  public Bytes encoded() {
    CborWriter writer = new CborWriter(128).map(successor.isPresent() ? SUCCESSOR : SUBJECT);
    writer.integer(KIND).integer(kind.code()).integer(ISSUER).integer(issuer);
    writer.integer(AT).integer(at.toEpochMilli()).integer(SUBJECT).bytes(subject.value());
    successor.ifPresent(digest -> writer.integer(SUCCESSOR).bytes(digest.value()));
    return writer.toBytes();
  }

  /** Takes what {@link #encoded} makes, and nothing else. */
  public static LedgerLeaf decode(Bytes encoded) throws MalformedLeaf {
    try {
      CborReader reader = new CborReader(encoded);
      int entries = reader.map();
      key(reader, KIND);
      int code = (int) reader.unsigned(LeafKind.highest());
      key(reader, ISSUER);
      int issuer = (int) reader.unsigned(Integer.MAX_VALUE);
      key(reader, AT);
      Instant at = Instant.ofEpochMilli(reader.unsigned(LAST_MILLI));
      key(reader, SUBJECT);
      Digest subject = new Digest(reader.bytes(Digest.SIZE));
      Optional<Digest> successor = Optional.empty();
      if (entries == SUCCESSOR) {
        key(reader, SUCCESSOR);
        successor = Optional.of(new Digest(reader.bytes(Digest.SIZE)));
      }
      reader.end();
      if (code == 0 || (LeafKind.of(code) == LeafKind.SUPERSEDED) != successor.isPresent()) {
        throw new MalformedLeaf("a kind that fits the keys, found " + code);
      }
      return new LedgerLeaf(LeafKind.of(code), issuer, at, subject, successor);
    } catch (MalformedCbor e) {
      throw new MalformedLeaf("expected " + e.expected() + ", found " + e.found());
    }
  }

  private static void key(CborReader reader, int expected) throws MalformedCbor, MalformedLeaf {
    long found = reader.integer();
    if (found != expected) {
      throw new MalformedLeaf("expected key " + expected + ", found " + found);
    }
  }
}
