package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;
import org.jspecify.annotations.Nullable;

/**
 * What the field {@code privateKey} of an ML-DSA-44 key holds (RFC 9881 §6): a CHOICE of the seed,
 * the expanded key, or both.
 *
 * @param seed 32 bytes
 * @param expanded 2560 bytes, if both are there
 */
record MlDsa44Secret(Bytes seed, @Nullable Bytes expanded) {
  static final int SEED_SIZE = 32;
  static final int EXPANDED_SIZE = 2560;

  static MlDsa44Secret read(PrivateKeyPem file) throws MalformedKey {
    ASN1Primitive choice = file.inner();
    if (choice instanceof ASN1TaggedObject tagged && tagged.hasContextTag(0)) {
      return new MlDsa44Secret(octets(file, implicit(file, tagged), SEED_SIZE), null);
    }
    if (choice instanceof ASN1Sequence both && both.size() == 2) {
      return new MlDsa44Secret(
          octets(file, both.getObjectAt(0).toASN1Primitive(), SEED_SIZE),
          octets(file, both.getObjectAt(1).toASN1Primitive(), EXPANDED_SIZE));
    }
    if (choice instanceof ASN1OctetString) {
      throw file.malformed("只有展开的密钥，没有种子", "it has the expanded key without its seed");
    }
    throw file.otherStructure();
  }

  private static ASN1Primitive implicit(PrivateKeyPem file, ASN1TaggedObject tagged)
      throws MalformedKey {
    try {
      return tagged.getBaseUniversal(false, BERTags.OCTET_STRING);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw file.otherStructure();
    }
  }

  private static Bytes octets(PrivateKeyPem file, ASN1Primitive field, int size)
      throws MalformedKey {
    if (!(field instanceof ASN1OctetString octets) || octets.getOctetsLength() != size) {
      throw file.malformed(
          "种子不是 32 字节，或展开的密钥不是 2560 字节", "its seed has not 32 or its expanded key not 2560 bytes");
    }
    return Bytes.wrap(octets.getOctets());
  }
}
