package cn.zhixin.signing;

import cn.zhixin.encoding.Digest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What all signatures of a signer without time stamps have in common: a SignedData (RFC 5652 §5) of
 * which every byte is fixed but the message digest (§11.2), the signature's value, and the lengths
 * around that. Learnt from one that was found sound in full; whatever fits has the same form, the
 * same certificates and the same signed attributes.
 */
final class CmsSkeleton {
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int TAG_0 = 0xA0;
  private static final int TWO_BYTES = 0x82;
  private static final int ONE_BYTE = 0x81;

  /** The least length that is encoded in two bytes (X.690 §10.1). */
  private static final int LEAST_OF_TWO_BYTES = 256;

  private final byte[] example;
  private final List<Integer> lengths = new ArrayList<>();
  private final X509Certificate signer;
  private final PublicKey key;
  private final List<X509Certificate> certificates;
  private int at;
  private int attributes;
  private int attributesEnd;
  private int digest;
  private int signature;

  private CmsSkeleton(
      byte[] example, X509Certificate signer, PublicKey key, List<X509Certificate> certificates) {
    this.example = example;
    this.signer = signer;
    this.key = key;
    this.certificates = List.copyOf(certificates);
  }

  /**
   * Of a sound signature; empty if its parts have other sizes than those of a certificate.
   *
   * @param cms DER, not changed afterwards
   * @param signed the message digest in it
   */
  static Optional<CmsSkeleton> of(
      byte[] cms,
      Digest signed,
      X509Certificate signer,
      PublicKey key,
      List<X509Certificate> certificates) {
    CmsSkeleton skeleton = new CmsSkeleton(cms, signer, key, certificates);
    return skeleton.learn() && skeleton.find(signed.value().unsafeArray())
        ? Optional.of(skeleton)
        : Optional.empty();
  }

  private boolean learn() {
    boolean known =
        enter(SEQUENCE)
            && skip(OBJECT_IDENTIFIER)
            && enter(TAG_0)
            && enter(SEQUENCE)
            && skip(INTEGER)
            && skip(SET)
            && skip(SEQUENCE)
            && skip(TAG_0)
            && enter(SET)
            && enter(SEQUENCE)
            && skip(INTEGER)
            && skip(SEQUENCE)
            && skip(SEQUENCE);
    attributes = at;
    known = known && skip(TAG_0);
    attributesEnd = at;
    known = known && skip(SEQUENCE);
    signature = at;
    return known && skip(OCTET_STRING) && at == example.length;
  }

  /** Into a part that goes on to the end. */
  private boolean enter(int tag) {
    if (at + 4 > example.length || byteAt(at) != tag || byteAt(at + 1) != TWO_BYTES) {
      return false;
    }
    lengths.add(at + 2);
    at += 4;
    return at + twoBytes(example, at - 2) == example.length;
  }

  private boolean skip(int tag) {
    if (at + 4 > example.length || byteAt(at) != tag) {
      return false;
    }
    int first = byteAt(at + 1);
    if (first < 0x80) {
      at += 2 + first;
    } else if (first == ONE_BYTE) {
      at += 3 + byteAt(at + 2);
    } else if (first == TWO_BYTES) {
      at += 4 + twoBytes(example, at + 2);
    } else {
      return false;
    }
    return at <= example.length;
  }

  private boolean find(byte[] signed) {
    for (digest = attributes; digest + signed.length <= attributesEnd; digest++) {
      if (Arrays.equals(example, digest, digest + signed.length, signed, 0, signed.length)) {
        return true;
      }
    }
    return false;
  }

  private int byteAt(int index) {
    return example[index] & 0xFF;
  }

  private static int twoBytes(byte[] bytes, int index) {
    return (bytes[index] & 0xFF) << 8 | bytes[index + 1] & 0xFF;
  }

  /**
   * Whether a CMS has this form, is over that digest, and its signature is the signer's. If not, it
   * may be sound all the same.
   */
  boolean isOf(byte[] cms, Digest signed) {
    byte[] expected = signed.value().unsafeArray();
    return fits(cms)
        && Arrays.equals(cms, digest, digest + expected.length, expected, 0, expected.length)
        && EcdsaP256.verifyDer(key, signedAttributes(cms), signatureOf(cms));
  }

  private boolean fits(byte[] cms) {
    int longer = cms.length - example.length;
    int from = 0;
    for (int length : lengths) {
      int value = twoBytes(example, length) + longer;
      if (cms.length < signature + 2
          || value < LEAST_OF_TWO_BYTES
          || !same(cms, from, length)
          || twoBytes(cms, length) != value) {
        return false;
      }
      from = length + 2;
    }
    return same(cms, from, digest)
        && same(cms, digest + Digest.SIZE, signature + 1)
        && cms[signature + 1] == cms.length - signature - 2;
  }

  private boolean same(byte[] cms, int from, int to) {
    return Arrays.equals(example, from, to, cms, from, to);
  }

  /** As they were signed: as a SET (RFC 5652 §5.4). */
  private byte[] signedAttributes(byte[] cms) {
    byte[] signed = Arrays.copyOfRange(cms, attributes, attributesEnd);
    signed[0] = SET;
    return signed;
  }

  private byte[] signatureOf(byte[] cms) {
    return Arrays.copyOfRange(cms, signature + 2, cms.length);
  }

  X509Certificate signer() {
    return signer;
  }

  /** All that are in it. */
  List<X509Certificate> certificates() {
    return certificates;
  }
}
