package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * One private key as a PEM file keeps it: PKCS#8 without a password (RFC 5958, RFC 7468 §10).
 *
 * <p>Text around the block is skipped, as OpenSSL does; a second block is refused, since nobody
 * could tell which key is meant.
 */
record PrivateKeyPem(RawKeyKind kind, String name, PrivateKeyInfo info) {
  private static final String LABEL = "PRIVATE KEY";
  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN " + LABEL + "-----([A-Za-z0-9+/=\\s]*)-----END " + LABEL + "-----");
  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  /**
   * @param name of the file, for messages only
   * @throws MalformedKey if it holds no key of that kind, or more than one
   */
  static PrivateKeyPem read(byte[] pem, RawKeyKind kind, String name) throws MalformedKey {
    PrivateKeyInfo info = parse(block(pem, kind, name), kind, name);
    if (!info.getPrivateKeyAlgorithm().equals(kind.algorithm())) {
      String other = RawKeyKind.nameOf(info.getPrivateKeyAlgorithm());
      throw new MalformedKey(
          name, kind, "这是算法 " + other + " 的密钥", "its key is one of the algorithm " + other);
    }
    return new PrivateKeyPem(kind, name, info);
  }

  /**
   * The file of a key.
   *
   * @param inner what the kind's RFC puts into the field {@code privateKey}
   */
  static String write(RawKeyKind kind, ASN1Encodable inner) {
    try {
      byte[] der = new PrivateKeyInfo(kind.algorithm(), inner).getEncoded(ASN1Encoding.DER);
      return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
          .formatted(LABEL, BASE64.encodeToString(der));
    } catch (IOException e) {
      throw new IllegalStateException("a key of ours has no DER form", e);
    }
  }

  /** What stands in the field {@code privateKey}. */
  ASN1Primitive inner() throws MalformedKey {
    try {
      return info.parsePrivateKey().toASN1Primitive();
    } catch (IOException | IllegalStateException e) {
      throw otherStructure();
    }
  }

  /**
   * Version 2 of PKCS#8 may carry the public key too (RFC 5958 §2).
   *
   * @throws MalformedKey if it is there and not {@code expected}
   */
  void requirePublicHalf(Bytes expected) throws MalformedKey {
    if (info.hasPublicKey() && !Bytes.wrap(info.getPublicKeyData().getBytes()).equals(expected)) {
      throw malformed("所附的公钥不是它的", "the public key with it is another key's");
    }
  }

  MalformedKey otherStructure() {
    return malformed("密钥内容不是应有的结构", "its key has another structure");
  }

  MalformedKey malformed(String chinese, String english) {
    return new MalformedKey(name, kind, chinese, english);
  }

  private static byte[] block(byte[] pem, RawKeyKind kind, String name) throws MalformedKey {
    String text = new String(pem, StandardCharsets.ISO_8859_1);
    Matcher begin = BEGIN.matcher(text);
    if (!begin.find()) {
      throw new MalformedKey(name, kind, "其中没有 PEM", "there is no PEM in it");
    }
    if (!begin.group(1).equals(LABEL)) {
      throw new MalformedKey(
          name, kind, "其中是 BEGIN " + begin.group(1), "it begins with BEGIN " + begin.group(1));
    }
    if (begin.find()) {
      throw new MalformedKey(name, kind, "PEM 块不止一个", "it has more than one PEM block");
    }
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      throw cutOff(kind, name);
    }
    try {
      return Base64.getMimeDecoder().decode(block.group(1));
    } catch (IllegalArgumentException e) {
      throw cutOff(kind, name);
    }
  }

  private static PrivateKeyInfo parse(byte[] der, RawKeyKind kind, String name)
      throws MalformedKey {
    try {
      return PrivateKeyInfo.getInstance(ASN1Primitive.fromByteArray(der));
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | NoSuchElementException e) {
      // Bouncy Castle's ways to say it; its words could quote the content
      throw new MalformedKey(
          name,
          kind,
          "PEM 块中的 " + der.length + " 字节不是 PKCS#8",
          "the " + der.length + " bytes in its PEM block are no PKCS#8");
    }
  }

  private static MalformedKey cutOff(RawKeyKind kind, String name) {
    return new MalformedKey(
        name, kind, "PEM 块不完整，或不是 base64", "its PEM block is cut off or is no base64");
  }
}
