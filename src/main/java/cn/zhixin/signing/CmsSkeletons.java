package cn.zhixin.signing;

import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A key's CMS, ready but for the message digest and the signature: one for each length that the
 * signature's DER can have, since the lengths around it change with it. Immutable.
 */
final class CmsSkeletons {
  private static final byte[] CONTENT =
      "stands where the document's bytes will".getBytes(StandardCharsets.US_ASCII);

  private final byte[] attributes;
  private final int digestInAttributes;
  private final int digestInCms;
  private final List<byte[]> bySignatureSize = new ArrayList<>();

  CmsSkeletons(SigningKey key) {
    CmsGenerator generator = new CmsGenerator(key.chain());
    byte[] digest = Digest.of(CONTENT).value().unsafeArray();
    byte[][] seen = new byte[1][];
    for (int size = EcdsaP256.DER_MIN; size <= EcdsaP256.DER_MAX; size++) {
      byte[] room = new byte[size];
      bySignatureSize.add(
          generator.generate(
              CONTENT,
              signed -> {
                seen[0] = signed;
                return room;
              }));
    }
    attributes = seen[0];
    digestInAttributes = indexOf(attributes, digest);
    digestInCms = indexOf(of(EcdsaP256.DER_MAX), digest);
    // heads before the digest have two length bytes for every size of signature
    if (indexOf(of(EcdsaP256.DER_MIN), digest) != digestInCms) {
      throw new IllegalStateException("the digest's place depends on the signature's size");
    }
  }

  /** DER bytes of the largest. */
  int maximumSize() {
    return of(EcdsaP256.DER_MAX).length;
  }

  /** The signed attributes, DER SET OF (RFC 5652 §5.4), to be filled in. */
  byte[] newAttributes() {
    return attributes.clone();
  }

  void fillAttributes(byte[] copy, Digest digest) {
    System.arraycopy(digest.value().unsafeArray(), 0, copy, digestInAttributes, Digest.SIZE);
  }

  /** The finished CMS; the signature is the last thing in it. */
  byte[] fill(Digest digest, byte[] signature) {
    byte[] cms = of(signature.length).clone();
    System.arraycopy(digest.value().unsafeArray(), 0, cms, digestInCms, Digest.SIZE);
    System.arraycopy(signature, 0, cms, cms.length - signature.length, signature.length);
    return cms;
  }

  private byte[] of(int signatureSize) {
    return bySignatureSize.get(signatureSize - EcdsaP256.DER_MIN);
  }

  private static int indexOf(byte[] content, byte[] part) {
    for (int at = 0; at + part.length <= content.length; at++) {
      if (Arrays.equals(content, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new IllegalStateException("the CMS lacks its message digest");
  }
}
